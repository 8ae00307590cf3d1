"""bpviz: see and debug backpropagation.

A one-hidden-layer network trained by single-sample stochastic gradient descent, with every
quantity of every step open to inspection.  ``bpviz.network`` holds the mathematics,
``bpviz.datasets`` the data, ``bpviz.training`` the run; ``bpviz.worker`` and ``bpviz.ui`` make it
a program with a window.
"""

__version__ = "0.1.0"
