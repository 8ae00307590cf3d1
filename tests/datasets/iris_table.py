"""A table of flowers as text."""

IRIS = "sepal,petal,species\n" + "".join(
    f"{5 + i / 10},{1 + i % 7 / 5},{['setosa', 'virginica', 'versicolor'][i % 3]}\n"
    for i in range(30)
)
