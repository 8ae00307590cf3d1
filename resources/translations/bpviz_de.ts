<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AddBreakpointForm</name>
    <message>
        <source>Condition of the new breakpoint</source>
        <translation>Bedingung des neuen Haltepunkts</translation>
    </message>
    <message>
        <source>The condition that is checked in every step, before its update.</source>
        <translation>Die Bedingung, die in jedem Schritt vor der Aktualisierung geprüft wird.</translation>
    </message>
    <message>
        <source>Class for the new breakpoint</source>
        <translation>Klasse für den neuen Haltepunkt</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Add the breakpoint</source>
        <translation>Den Haltepunkt hinzufügen</translation>
    </message>
    <message>
        <source>Add a breakpoint with this condition (Return).</source>
        <translation>Einen Haltepunkt mit dieser Bedingung hinzufügen (Eingabetaste).</translation>
    </message>
</context>
<context>
    <name>AdviceLine</name>
    <message>
        <source>Read what was noticed in this run, and what to do.</source>
        <translation>Lesen, was an diesem Lauf auffällt und was zu tun ist.</translation>
    </message>
    <message>
        <source>Advice</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Bring the panel forward that shows it.</source>
        <translation>Das Feld nach vorn holen, das es zeigt.</translation>
    </message>
    <message>
        <source>Dismiss this advice; it does not come back in this run.</source>
        <translation>Diesen Rat schließen; in diesem Lauf kommt er nicht wieder.</translation>
    </message>
    <message>
        <source>Dismiss the advice</source>
        <translation>Rat schließen</translation>
    </message>
    <message>
        <source>Overflow ahead</source>
        <translation>Überlauf steht bevor</translation>
    </message>
    <message>
        <source>Hidden units all alike</source>
        <translation>Verborgene Einheiten alle gleich</translation>
    </message>
    <message>
        <source>Loss rising since λ was raised</source>
        <translation>Verlust steigt, seit λ erhöht wurde</translation>
    </message>
    <message>
        <source>Every gradient is 0</source>
        <translation>Alle Gradienten sind 0</translation>
    </message>
    <message>
        <source>Hidden units saturated</source>
        <translation>Verborgene Einheiten gesättigt</translation>
    </message>
    <message>
        <source>No constant input</source>
        <translation>Keine konstante Eingabe</translation>
    </message>
    <message>
        <source>Accuracy at chance</source>
        <translation>Genauigkeit wie geraten</translation>
    </message>
    <message>
        <source>One loss hides the others</source>
        <translation>Ein Verlust verdeckt die anderen</translation>
    </message>
</context>
<context>
    <name>AnimationDialog</name>
    <message>
        <source>1 frame in {seconds} s</source>
        <translation>1 Bild in {seconds} s</translation>
    </message>
    <message>
        <source>A panel in sight, or the whole window.</source>
        <translation>Ein sichtbarer Bereich oder das ganze Fenster.</translation>
    </message>
    <message>
        <source>APNG</source>
        <translation>APNG</translation>
    </message>
    <message>
        <source>Export animation</source>
        <translation>Animation exportieren</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Abbildung</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Frames a second</source>
        <translation>Bilder je Sekunde</translation>
    </message>
    <message>
        <source>From step</source>
        <translation>Von Schritt</translation>
    </message>
    <message>
        <source>GIF</source>
        <translation>GIF</translation>
    </message>
    <message>
        <source>GIF is shown everywhere, with 255 colours; APNG has all of them.</source>
        <translation>GIF wird überall gezeigt, mit 255 Farben; APNG hat alle.</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Höhe</translation>
    </message>
    <message>
        <source>How fast they follow each other.</source>
        <translation>Wie schnell sie aufeinander folgen.</translation>
    </message>
    <message>
        <source>How many frames show these steps, evenly.</source>
        <translation>Wie viele Bilder diese Schritte gleichmäßig zeigen.</translation>
    </message>
    <message>
        <source>In pixels.</source>
        <translation>In Pixeln.</translation>
    </message>
    <message>
        <source>Light suits paper, dark suits dark slides.</source>
        <translation>Hell passt zu Papier, dunkel zu dunklen Folien.</translation>
    </message>
    <message>
        <source>The first step is after the last one. Choose a smaller one.</source>
        <translation>Der erste Schritt liegt hinter dem letzten. Einen kleineren wählen.</translation>
    </message>
    <message>
        <source>The step of the first frame.</source>
        <translation>Der Schritt des ersten Bildes.</translation>
    </message>
    <message>
        <source>The step of the last frame; steps that the run has not taken yet are taken in a copy of it.</source>
        <translation>Der Schritt des letzten Bildes; Schritte, die der Lauf noch nicht gegangen ist, geht eine Kopie von ihm.</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>To step</source>
        <translation>Bis Schritt</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>dunkel</translation>
    </message>
    <message>
        <source>light</source>
        <translation>hell</translation>
    </message>
    <message>
        <source>{frames} frames in {seconds} s</source>
        <translation>{frames} Bilder in {seconds} s</translation>
    </message>
</context>
<context>
    <name>AnimationJob</name>
    <message>
        <source>The animation was not written. {reason}</source>
        <translation>Die Animation wurde nicht geschrieben. {reason}</translation>
    </message>
</context>
<context>
    <name>Announcer</name>
    <message>
        <source>Running.</source>
        <translation>Läuft.</translation>
    </message>
    <message>
        <source>{data}, {l} hidden units.</source>
        <translation>{data}, {l} verborgene Einheiten.</translation>
    </message>
    <message>
        <source>Step {step}, loss {loss}.</source>
        <translation>Schritt {step}, Verlust {loss}.</translation>
    </message>
    <message>
        <source>Phase {phase}, row {row} of {rows}, step {step}.</source>
        <translation>Phase {phase}, Zeile {row} von {rows}, Schritt {step}.</translation>
    </message>
    <message>
        <source>Phase {phase}, step {step}.</source>
        <translation>Phase {phase}, Schritt {step}.</translation>
    </message>
    <message>
        <source>Gradient check: largest relative error {error}.</source>
        <translation>Gradientenprüfung: größter relativer Fehler {error}.</translation>
    </message>
    <message>
        <source>Test accuracy {accuracy}.</source>
        <translation>Testgenauigkeit {accuracy}.</translation>
    </message>
</context>
<context>
    <name>AnsweredBranch</name>
    <message>
        <source>another branch</source>
        <translation>einem anderen Zweig</translation>
    </message>
</context>
<context>
    <name>BlackScreen</name>
    <message>
        <source>Black screen</source>
        <translation>Schwarzer Bildschirm</translation>
    </message>
    <message>
        <source>Press any key or click to see the window again.</source>
        <translation>Eine beliebige Taste oder ein Klick zeigt das Fenster wieder.</translation>
    </message>
</context>
<context>
    <name>BoundaryContent</name>
    <message>
        <source>Network output over the plane of its inputs</source>
        <translation>Ausgabe des Netzes über der Ebene seiner Eingaben</translation>
    </message>
    <message>
        <source>Network output along its input</source>
        <translation>Ausgabe des Netzes entlang seiner Eingabe</translation>
    </message>
    <message>
        <source>Click a sample to make it the current one, the line or number of a hidden unit to select it, and anywhere else to place the probe (Shift and click: anywhere). A line whose number has no room beside the samples names its unit when pointed at. Drag the probe or move it with the arrow keys; Esc removes it. Wheel: zoom. Drag: move. Home: show all.</source>
        <translation>Klick auf ein Beispiel macht es zum aktuellen, Klick auf die Linie oder Nummer einer verborgenen Einheit wählt diese aus, Klick an anderer Stelle setzt den Probepunkt (mit Umschalt überall). Eine Linie, deren Nummer neben den Beispielen keinen Platz hat, nennt ihre Einheit, wenn die Maus darauf zeigt. Der Probepunkt lässt sich ziehen und mit den Pfeiltasten bewegen, Esc entfernt ihn. Mausrad: zoomen. Ziehen: verschieben. Pos1: alles zeigen.</translation>
    </message>
    <message>
        <source>f at every point of the plane, with the samples in the colours of their classes: training samples filled, test samples hollow.</source>
        <translation>f in jedem Punkt der Ebene, dazu die Beispiele in den Farben ihrer Klassen: Trainingsbeispiele gefüllt, Testbeispiele hohl.</translation>
    </message>
    <message>
        <source>f along the only input, with the samples: training samples filled, test samples hollow. On the right axis what each hidden unit adds to z2.</source>
        <translation>f entlang der einzigen Eingabe, dazu die Beispiele: Trainingsbeispiele gefüllt, Testbeispiele hohl. An der rechten Achse, was jede verborgene Einheit zu z2 beiträgt.</translation>
    </message>
    <message>
        <source>All units at the probe</source>
        <translation>Alle Einheiten im Probepunkt</translation>
    </message>
    <message>
        <source>Reset zoom and position, so that all samples are visible</source>
        <translation>Zoom und Verschiebung zurücksetzen, sodass alle Beispiele zu sehen sind</translation>
    </message>
    <message>
        <source>z and σ(z) of every output and every hidden unit at the probe</source>
        <translation>z und σ(z) jeder Ausgabe und jeder verborgenen Einheit im Probepunkt</translation>
    </message>
</context>
<context>
    <name>BoundaryHeader</name>
    <message>
        <source>Quantity drawn over the inputs</source>
        <translation>Größe, die über den Eingaben gezeichnet wird</translation>
    </message>
    <message>
        <source>The quantity drawn over the inputs: the outputs f, one of them, or the value h of one hidden unit. ↑ and ↓ go through them.</source>
        <translation>Die Größe, die über den Eingaben gezeichnet wird: die Ausgaben f, eine einzelne davon oder der Wert h einer verborgenen Einheit. ↑ und ↓ gehen sie der Reihe nach durch.</translation>
    </message>
    <message>
        <source>units</source>
        <translation>Einheiten</translation>
    </message>
    <message>
        <source>Draw the line w_k·x = 0 of each hidden unit k; stronger lines have larger output weights. The tick points to the side where z1 &gt; 0.</source>
        <translation>Die Gerade w_k·x = 0 jeder verborgenen Einheit k zeichnen; kräftigere haben größere Ausgabegewichte. Der Strich zeigt zur Seite, auf der z1 &gt; 0 ist.</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>falsche</translation>
    </message>
    <message>
        <source>Cross out the misclassified samples, as of the latest evaluation of all samples.</source>
        <translation>Die falsch klassifizierten Beispiele durchkreuzen, nach der neuesten Auswertung aller Beispiele.</translation>
    </message>
    <message>
        <source>Equal scales: the same length stands for the same difference on both axes, so that angles and distances are those of the data. Otherwise each axis fits its own data.</source>
        <translation>Gleiche Maßstäbe: Auf beiden Achsen steht die gleiche Länge für den gleichen Unterschied, sodass Winkel und Abstände die der Daten sind. Sonst richtet sich jede Achse nach ihren eigenen Daten.</translation>
    </message>
    <message>
        <source>Equal scales on both axes</source>
        <translation>Gleiche Maßstäbe auf beiden Achsen</translation>
    </message>
    <message>
        <source>samples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>hollow: test</source>
        <translation>hohl: Test</translation>
    </message>
    <message>
        <source>z1[k] = 0</source>
        <translation>z1[k] = 0</translation>
    </message>
</context>
<context>
    <name>BoundaryPanel</name>
    <message>
        <source>Click a point to probe it, a sample or a unit&apos;s line to select it.</source>
        <translation>Klick: Punkt untersuchen, Beispiel oder Linie auswählen.</translation>
    </message>
    <message>
        <source>output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>test sample {index}</source>
        <translation>Testbeispiel {index}</translation>
    </message>
    <message>
        <source> · class {name}</source>
        <translation> · Klasse {name}</translation>
    </message>
    <message>
        <source>This panel shows the network over the plane of two inputs, as for Two moons, or along one input, as for the Sine curve. {title} has {n} inputs and the constant 1.</source>
        <translation>Dieser Bereich zeigt das Netz über der Ebene zweier Eingaben, wie bei Zwei Monde, oder entlang einer Eingabe, wie bei der Sinuskurve. {title} hat {n} Eingaben und die konstante 1.</translation>
    </message>
    <message>
        <source>This panel shows the network over the plane of two inputs, as for Two moons, or along one input, as for the Sine curve. {title} has {n} inputs.</source>
        <translation>Dieser Bereich zeigt das Netz über der Ebene zweier Eingaben, wie bei Zwei Monde, oder entlang einer Eingabe, wie bei der Sinuskurve. {title} hat {n} Eingaben.</translation>
    </message>
    <message>
        <source>class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>click: make it the current sample</source>
        <translation>Klick: zum aktuellen Beispiel machen</translation>
    </message>
    <message>
        <source>click: probe this point</source>
        <translation>Klick: diesen Punkt untersuchen</translation>
    </message>
    <message>
        <source>click: select it</source>
        <translation>Klick: auswählen</translation>
    </message>
    <message>
        <source>hidden unit {k}</source>
        <translation>verborgene Einheit {k}</translation>
    </message>
    <message>
        <source>sample {index}</source>
        <translation>Beispiel {index}</translation>
    </message>
    <message>
        <source>target {name} = {value}</source>
        <translation>Zielwert {name} = {value}</translation>
    </message>
    <message>
        <source>unit {k}</source>
        <translation>Einheit {k}</translation>
    </message>
    <message>
        <source>without unit {k}</source>
        <translation>ohne Einheit {k}</translation>
    </message>
    <message>
        <source>without units {units}</source>
        <translation>ohne Einheiten {units}</translation>
    </message>
    <message>
        <source>{answer} at {where}</source>
        <translation>{answer} bei {where}</translation>
    </message>
    <message>
        <source>{f} → class {name}</source>
        <translation>{f} → Klasse {name}</translation>
    </message>
    <message>
        <source>{symbol} for {name}</source>
        <translation>{symbol} für {name}</translation>
    </message>
</context>
<context>
    <name>BranchComparison</name>
    <message>
        <source>The weights of the first branch minus those of the second.</source>
        <translation>Die Gewichte des ersten Zweigs minus die des zweiten.</translation>
    </message>
    <message>
        <source>End comparison</source>
        <translation>Vergleich beenden</translation>
    </message>
    <message>
        <source>Go back to the list of branches.</source>
        <translation>Zurück zur Liste der Zweige.</translation>
    </message>
    <message>
        <source>Step at which the branches are compared</source>
        <translation>Schritt, in dem die Zweige verglichen werden</translation>
    </message>
    <message>
        <source>Number of updates after which the branches are compared, at most as many as the shorter one has. Return applies it.</source>
        <translation>Zahl der Aktualisierungen, nach denen die Zweige verglichen werden, höchstens so viele, wie der kürzere hat. Die Eingabetaste übernimmt sie.</translation>
    </message>
    <message>
        <source>at step</source>
        <translation>in Schritt</translation>
    </message>
    <message>
        <source>Difference {symbol} of the two branches</source>
        <translation>Differenz {symbol} der beiden Zweige</translation>
    </message>
    <message>
        <source>{symbol}: the weights of the first branch minus those of the second; 0 is the middle of the colour scale.</source>
        <translation>{symbol}: die Gewichte des ersten Zweigs minus die des zweiten; 0 ist die Mitte der Farbskala.</translation>
    </message>
    <message>
        <source>Show the difference of {symbol}</source>
        <translation>Die Differenz von {symbol} zeigen</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>Show the differences of the weights</source>
        <translation>Die Differenzen der Gewichte zeigen</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>Kurven</translation>
    </message>
    <message>
        <source>Show the losses and test accuracies of both</source>
        <translation>Verluste und Testgenauigkeiten beider zeigen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Show in which settings they differ</source>
        <translation>Zeigen, in welchen Einstellungen sie sich unterscheiden</translation>
    </message>
    <message>
        <source>Tiles</source>
        <translation>Kacheln</translation>
    </message>
    <message>
        <source>Draw the row of each hidden unit as a picture</source>
        <translation>Die Zeile jeder verborgenen Einheit als Bild zeichnen</translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation>Matrix</translation>
    </message>
    <message>
        <source>Draw ΔW₁ with a row for each hidden unit</source>
        <translation>ΔW₁ mit einer Zeile für jede verborgene Einheit zeichnen</translation>
    </message>
    <message>
        <source>The settings are the same.</source>
        <translation>Die Einstellungen sind gleich.</translation>
    </message>
    <message>
        <source>compared at step {step}</source>
        <translation>verglichen in Schritt {step}</translation>
    </message>
    <message>
        <source>weights of</source>
        <translation>Gewichte von</translation>
    </message>
    <message>
        <source>minus</source>
        <translation>minus</translation>
    </message>
    <message>
        <source>mean loss there:</source>
        <translation>mittlerer Verlust dort:</translation>
    </message>
    <message>
        <source>{name}: mean loss {value} of the last {steps} steps</source>
        <translation>{name}: mittlerer Verlust {value} der letzten {steps} Schritte</translation>
    </message>
    <message>
        <source>{symbol} cannot be drawn: one matrix is {one}, the other {other}.</source>
        <translation>{symbol} lässt sich nicht zeichnen: Die eine Matrix ist {one}, die andere {other}.</translation>
    </message>
</context>
<context>
    <name>BranchDelegate</name>
    <message>
        <source>current</source>
        <translation>aktuell</translation>
    </message>
    <message>
        <source>Name of the branch</source>
        <translation>Name des Zweigs</translation>
    </message>
    <message>
        <source>Return applies the name, Escape discards it.</source>
        <translation>Die Eingabetaste übernimmt den Namen, Esc verwirft ihn.</translation>
    </message>
</context>
<context>
    <name>BranchDifferences</name>
    <message>
        <source>+ {n} more</source>
        <translation>+ {n} weitere</translation>
    </message>
    <message>
        <source>changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>from step {step}</source>
        <translation>ab Schritt {step}</translation>
    </message>
</context>
<context>
    <name>BranchFilter</name>
    <message>
        <source>accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>time</source>
        <translation>Zeit</translation>
    </message>
</context>
<context>
    <name>BranchLanes</name>
    <message>
        <source>+ {n} more</source>
        <translation>+ {n} weitere</translation>
    </message>
    <message>
        <source>{name} → {step}</source>
        <translation>{name} → {step}</translation>
    </message>
    <message>
        <source>forks from {parent} at step {step}: {change}</source>
        <translation>zweigt in Schritt {step} von {parent} ab: {change}</translation>
    </message>
    <message>
        <source>forks from {parent} at step {step}</source>
        <translation>zweigt in Schritt {step} von {parent} ab</translation>
    </message>
    <message>
        <source>goes on beyond this branch, by {steps}</source>
        <translation>geht über diesen Zweig hinaus weiter: um {steps}</translation>
    </message>
    <message>
        <source>Click: go to step {step} of this branch</source>
        <translation>Klick: zu Schritt {step} dieses Zweigs</translation>
    </message>
</context>
<context>
    <name>BranchLegend</name>
    <message>
        <source>+ {n} more</source>
        <translation>+ {n} weitere</translation>
    </message>
    <message>
        <source>branches:</source>
        <translation>Zweige:</translation>
    </message>
</context>
<context>
    <name>BranchModel</name>
    <message>
        <source>Click to sort by it; a third click puts each branch below its parent.</source>
        <translation>Klick sortiert danach; ein dritter Klick stellt jeden Zweig unter den, von dem er abzweigt.</translation>
    </message>
    <message>
        <source>test loss</source>
        <translation>Testverlust</translation>
    </message>
    <message>
        <source>test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>test accuracy</source>
        <translation>Testgenauigkeit</translation>
    </message>
    <message>
        <source>branch</source>
        <translation>Zweig</translation>
    </message>
    <message>
        <source>rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Name of the branch, and what was changed where it begins.</source>
        <translation>Name des Zweigs und was geändert wurde, wo er beginnt.</translation>
    </message>
    <message>
        <source>Learning rate λ at the end of the branch.</source>
        <translation>Lernrate λ am Ende des Zweigs.</translation>
    </message>
    <message>
        <source>Hidden size l.</source>
        <translation>Zahl l der verborgenen Einheiten.</translation>
    </message>
    <message>
        <source>Gradient rule at the end of the branch.</source>
        <translation>Gradientenregel am Ende des Zweigs.</translation>
    </message>
    <message>
        <source>Steps from step 0 to the end of the branch.</source>
        <translation>Schritte von Schritt 0 bis zum Ende des Zweigs.</translation>
    </message>
    <message>
        <source>The last value that was measured on the test set among the branch&apos;s own steps. Grey: it is of an earlier step than the last one; the tooltip says of which.</source>
        <translation>Der letzte Wert, der bei den eigenen Schritten des Zweigs auf den Testdaten gemessen wurde. Grau: Er gehört zu einem früheren Schritt als dem letzten; der Tooltip sagt, zu welchem.</translation>
    </message>
    <message>
        <source>What computing the branch&apos;s own steps took, from its fork on.</source>
        <translation>Rechenzeit der eigenen Schritte des Zweigs, seit er abgezweigt ist.</translation>
    </message>
    <message>
        <source>from the beginning</source>
        <translation>von Anfang an</translation>
    </message>
    <message>
        <source>forked at step {step}</source>
        <translation>abgezweigt in Schritt {step}</translation>
    </message>
    <message>
        <source>{change} at step {step}</source>
        <translation>{change} in Schritt {step}</translation>
    </message>
    <message>
        <source>the current branch</source>
        <translation>der aktuelle Zweig</translation>
    </message>
    <message>
        <source>shares steps 0 … {step} with “{parent}”</source>
        <translation>teilt die Schritte 0 … {step} mit „{parent}“</translation>
    </message>
    <message>
        <source>{steps} in total</source>
        <translation>{steps} insgesamt</translation>
    </message>
    <message>
        <source>at its end λ = {rate}, gradient rule {rule}</source>
        <translation>am Ende λ = {rate}, Gradientenregel {rule}</translation>
    </message>
    <message>
        <source>computing its own steps took {time}</source>
        <translation>Rechenzeit der eigenen Schritte: {time}</translation>
    </message>
    <message>
        <source>not measured on a test set</source>
        <translation>nicht auf Testdaten gemessen</translation>
    </message>
    <message>
        <source>on the test set at step {step}: loss {loss}</source>
        <translation>auf den Testdaten in Schritt {step}: Verlust {loss}</translation>
    </message>
    <message>
        <source>on the test set at step {step}: accuracy {accuracy}, loss {loss}</source>
        <translation>auf den Testdaten in Schritt {step}: Genauigkeit {accuracy}, Verlust {loss}</translation>
    </message>
    <message>
        <source>The name of the branch is empty; it remains “{name}”. Type a name.</source>
        <translation>Der Name des Zweigs ist leer; es bleibt bei „{name}“. Einen Namen eingeben.</translation>
    </message>
    <message>
        <source>The name has {n} characters; it remains “{name}”. Use at most {most}.</source>
        <translation>Der Name hat {n} Zeichen; es bleibt bei „{name}“. Höchstens {most} verwenden.</translation>
    </message>
</context>
<context>
    <name>BranchSettings</name>
    <message>
        <source>0 … 1</source>
        <translation>0 … 1</translation>
    </message>
    <message>
        <source>0.1 … 0.9</source>
        <translation>0,1 … 0,9</translation>
    </message>
    <message>
        <source>also missing</source>
        <translation>fehlt ebenfalls</translation>
    </message>
    <message>
        <source>as detected</source>
        <translation>wie erkannt</translation>
    </message>
    <message>
        <source>as printed</source>
        <translation>wie gedruckt</translation>
    </message>
    <message>
        <source>classes</source>
        <translation>Klassen</translation>
    </message>
    <message>
        <source>columns of categories</source>
        <translation>kategoriale Spalten</translation>
    </message>
    <message>
        <source>constant input 1</source>
        <translation>konstante Eingabe 1</translation>
    </message>
    <message>
        <source>data set</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>decimal mark</source>
        <translation>Dezimalzeichen</translation>
    </message>
    <message>
        <source>encoding</source>
        <translation>Zeichenkodierung</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>exakt</translation>
    </message>
    <message>
        <source>file</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>gradient rule at the end</source>
        <translation>Gradientenregel am Ende</translation>
    </message>
    <message>
        <source>gradient rule at the start</source>
        <translation>Gradientenregel am Anfang</translation>
    </message>
    <message>
        <source>header row</source>
        <translation>Kopfzeile</translation>
    </message>
    <message>
        <source>initial weights</source>
        <translation>Anfangsgewichte</translation>
    </message>
    <message>
        <source>input columns</source>
        <translation>Spalten der Eingaben</translation>
    </message>
    <message>
        <source>inputs</source>
        <translation>Eingaben</translation>
    </message>
    <message>
        <source>leave out the row</source>
        <translation>die Zeile weglassen</translation>
    </message>
    <message>
        <source>mean 0, variance 1</source>
        <translation>Mittel 0, Varianz 1</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>noise</source>
        <translation>Rauschen</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>not scaled</source>
        <translation>nicht skaliert</translation>
    </message>
    <message>
        <source>numbers</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>outputs</source>
        <translation>Ausgaben</translation>
    </message>
    <message>
        <source>reject the file</source>
        <translation>die Datei ablehnen</translation>
    </message>
    <message>
        <source>rows with gaps</source>
        <translation>Zeilen mit Lücken</translation>
    </message>
    <message>
        <source>sample order</source>
        <translation>Reihenfolge der Beispiele</translation>
    </message>
    <message>
        <source>scaling of the inputs</source>
        <translation>Skalierung der Eingaben</translation>
    </message>
    <message>
        <source>scaling of the targets</source>
        <translation>Skalierung der Ziele</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>seed of the data</source>
        <translation>Startwert der Daten</translation>
    </message>
    <message>
        <source>separator</source>
        <translation>Trennzeichen</translation>
    </message>
    <message>
        <source>size of the pictures</source>
        <translation>Größe der Bilder</translation>
    </message>
    <message>
        <source>stopping rule</source>
        <translation>Abbruchregel</translation>
    </message>
    <message>
        <source>target columns</source>
        <translation>Spalten der Ziele</translation>
    </message>
    <message>
        <source>targets</source>
        <translation>Zielwerte</translation>
    </message>
    <message>
        <source>test samples</source>
        <translation>Testbeispiele</translation>
    </message>
    <message>
        <source>test share</source>
        <translation>Testanteil</translation>
    </message>
    <message>
        <source>to fit σ₂</source>
        <translation>passend zu σ₂</translation>
    </message>
    <message>
        <source>training samples</source>
        <translation>Trainingsbeispiele</translation>
    </message>
    <message>
        <source>window {window}, tolerance {tolerance}, patience {patience}</source>
        <translation>Fenster {window}, Toleranz {tolerance}, Geduld {patience}</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>{data}, l = {l}, seed {seed}</source>
        <translation>{data}, l = {l}, Startwert {seed}</translation>
    </message>
    <message>
        <source>λ at the end</source>
        <translation>λ am Ende</translation>
    </message>
    <message>
        <source>λ at the start</source>
        <translation>λ am Anfang</translation>
    </message>
    <message>
        <source>−0.8 … 0.8</source>
        <translation>−0,8 … 0,8</translation>
    </message>
</context>
<context>
    <name>BranchesPanel</name>
    <message>
        <source>Switch</source>
        <translation>Wechseln</translation>
    </message>
    <message>
        <source>Switch the run to the selected branch, at the same step or at its end (Return, or a double click).</source>
        <translation>Den Lauf auf den ausgewählten Zweig umschalten, im selben Schritt oder an dessen Ende (Eingabetaste oder Doppelklick).</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Branches of the run</source>
        <translation>Zweige des Laufs</translation>
    </message>
    <message>
        <source>Filter the branches</source>
        <translation>Zweige filtern</translation>
    </message>
    <message>
        <source>Show only the branches with these words in their name, in what was changed or in their run, and with such numbers: λ &lt; 0.5, l = 32, steps &gt; 1000, accuracy &gt; 90, loss, time (in seconds), seed. Esc empties it.</source>
        <translation>Nur die Zweige zeigen, in deren Namen, Änderung oder Lauf diese Wörter stehen und die solche Zahlen haben: λ &lt; 0,5, l = 32, Schritte &gt; 1000, Genauigkeit &gt; 90, Verlust, Zeit (in Sekunden), seed. Esc leert die Zeile.</translation>
    </message>
    <message>
        <source>Filter: words, λ &lt; 0.5, l = 32, accuracy &gt; 90 …</source>
        <translation>Filter: Wörter, λ &lt; 0,5, l = 32, Genauigkeit &gt; 90 …</translation>
    </message>
    <message>
        <source>Compare two selected branches, or the selected one with the current one: their settings, their curves and their weights.</source>
        <translation>Zwei ausgewählte Zweige vergleichen oder den ausgewählten mit dem aktuellen: ihre Einstellungen, ihre Kurven und ihre Gewichte.</translation>
    </message>
    <message>
        <source>Delete the selected branches and everything that only they have recorded (Delete). This can be undone until the next run begins.</source>
        <translation>Die ausgewählten Zweige löschen und alles, was nur sie aufgezeichnet haben (Entf). Das lässt sich rückgängig machen, bis der nächste Lauf beginnt.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Bring back the branches that were deleted, with all their steps.</source>
        <translation>Die gelöschten Zweige mit allen ihren Schritten zurückholen.</translation>
    </message>
    <message>
        <source>Each branch stands below the one it forked from; a click on a title sorts. Return: switch to it. F2: rename. Delete: delete. Select two to compare them.</source>
        <translation>Jeder Zweig steht unter dem, von dem er abzweigt; ein Klick auf eine Überschrift sortiert. Eingabetaste: zu ihm wechseln. F2: umbenennen. Entf: löschen. Zwei auswählen, um sie zu vergleichen.</translation>
    </message>
    <message>
        <source>Going back deletes nothing. Changing something at an earlier step forks a new branch, which shares all steps up to the fork with its parent; the parent stays as it is. The triangle and the bold name mark the current branch.</source>
        <translation>Zurückgehen löscht nichts. Wird in einem früheren Schritt etwas geändert, zweigt dort ein neuer Zweig ab, der alle Schritte davor mit dem bisherigen teilt; der bisherige bleibt, wie er ist. Das Dreieck und der fette Name zeigen den aktuellen Zweig.</translation>
    </message>
    <message>
        <source>1 branch is hidden by the filter.</source>
        <translation>Der Filter blendet 1 Zweig aus.</translation>
    </message>
    <message>
        <source>To fork a branch, go back to an earlier step, change λ or a weight, and train on. What was there before is kept.</source>
        <translation>Für einen neuen Zweig zu einem früheren Schritt zurückgehen, λ oder ein Gewicht ändern und weitertrainieren. Das Bisherige bleibt erhalten.</translation>
    </message>
    <message>
        <source>“{name}” is the current branch and cannot be deleted. Switch to another branch first.</source>
        <translation>„{name}“ ist der aktuelle Zweig und kann nicht gelöscht werden. Zuerst zu einem anderen Zweig wechseln.</translation>
    </message>
    <message>
        <source>“{name}” is the only branch and cannot be deleted.</source>
        <translation>„{name}“ ist der einzige Zweig und kann nicht gelöscht werden.</translation>
    </message>
    <message>
        <source>{n} branches were deleted.</source>
        <translation>{n} Zweige wurden gelöscht.</translation>
    </message>
    <message>
        <source>“{name}” was deleted.</source>
        <translation>„{name}“ wurde gelöscht.</translation>
    </message>
    <message>
        <source>“{name}” was deleted with {steps} of its own.</source>
        <translation>„{name}“ wurde gelöscht, eigener Teil: {steps}.</translation>
    </message>
    <message>
        <source>Switch to this branch</source>
        <translation>Zu diesem Zweig wechseln</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen…</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>Sortieren nach</translation>
    </message>
    <message>
        <source>family: each below its parent</source>
        <translation>Herkunft: jeder unter dem, von dem er abzweigt</translation>
    </message>
</context>
<context>
    <name>BreakpointActions</name>
    <message>
        <source>Run back to the last hit</source>
        <translation>Zurück zum letzten Treffer</translation>
    </message>
    <message>
        <source>Run in reverse: go back to the last step at which a breakpoint is hit, or to step 0 if there is none.</source>
        <translation>Rückwärts laufen: zurück zum letzten Schritt, in dem ein Haltepunkt getroffen wird, sonst zu Schritt 0.</translation>
    </message>
    <message>
        <source>Find in the past</source>
        <translation>In der Vergangenheit suchen</translation>
    </message>
    <message>
        <source>Find the steps of this branch that meet the condition of this breakpoint.</source>
        <translation>Die Schritte dieses Zweigs finden, die die Bedingung dieses Haltepunkts erfüllen.</translation>
    </message>
    <message>
        <source>Edit the value</source>
        <translation>Wert bearbeiten</translation>
    </message>
    <message>
        <source>Change the value of the selected breakpoint.</source>
        <translation>Den Wert des ausgewählten Haltepunkts ändern.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove the selected breakpoints (Del).</source>
        <translation>Die ausgewählten Haltepunkte entfernen (Entf).</translation>
    </message>
    <message>
        <source>Reset hits</source>
        <translation>Treffer auf 0</translation>
    </message>
    <message>
        <source>Reset all hit counts to 0; hits are then ignored from the beginning again.</source>
        <translation>Alle Trefferzähler auf 0 setzen; auch zu ignorierende Treffer zählen wieder von vorn.</translation>
    </message>
    <message>
        <source>Enable all</source>
        <translation>Alle aktivieren</translation>
    </message>
    <message>
        <source>Enable all breakpoints.</source>
        <translation>Alle Haltepunkte aktivieren.</translation>
    </message>
    <message>
        <source>Disable all</source>
        <translation>Alle deaktivieren</translation>
    </message>
    <message>
        <source>Disable all breakpoints without removing them.</source>
        <translation>Alle Haltepunkte deaktivieren, ohne sie zu entfernen.</translation>
    </message>
    <message>
        <source>Remove all</source>
        <translation>Alle entfernen</translation>
    </message>
    <message>
        <source>Remove all breakpoints.</source>
        <translation>Alle Haltepunkte entfernen.</translation>
    </message>
    <message>
        <source>Clear the list of stops</source>
        <translation>Liste der Stopps leeren</translation>
    </message>
    <message>
        <source>Clear the list of stops; breakpoints and their counts are kept.</source>
        <translation>Die Liste der Stopps leeren; die Haltepunkte und ihre Zähler bleiben.</translation>
    </message>
</context>
<context>
    <name>BreakpointConditions</name>
    <message>
        <source>loss above</source>
        <translation>Verlust über</translation>
    </message>
    <message>
        <source>loss below</source>
        <translation>Verlust unter</translation>
    </message>
    <message>
        <source>watch above</source>
        <translation>Beobachtung über</translation>
    </message>
    <message>
        <source>watch below</source>
        <translation>Beobachtung unter</translation>
    </message>
    <message>
        <source>watch changes sign</source>
        <translation>Beobachtung wechselt das Vorzeichen</translation>
    </message>
    <message>
        <source>watch moves by</source>
        <translation>Beobachtung ändert sich um</translation>
    </message>
    <message>
        <source>‖∂W₁‖ above</source>
        <translation>‖∂W₁‖ über</translation>
    </message>
    <message>
        <source>‖∂W₂‖ above</source>
        <translation>‖∂W₂‖ über</translation>
    </message>
    <message>
        <source>sample</source>
        <translation>Beispiel</translation>
    </message>
    <message>
        <source>Hit when the step moves the watched number by more than the value, up or down: the update of the step, |λδx| of a weight, or, for a number of the step&apos;s own pair, since the step before.</source>
        <translation>Getroffen, wenn der Schritt die beobachtete Zahl um mehr als den Wert ändert, nach oben oder unten: durch die Aktualisierung des Schritts, bei einem Gewicht |λδx|, oder, bei einer Zahl des Paares des Schritts, seit dem Schritt davor.</translation>
    </message>
    <message>
        <source>Hit when the step takes the watched number from below 0 to 0 or above, or back: the update of the step, or, for a number of the step&apos;s own pair, since the step before.</source>
        <translation>Getroffen, wenn der Schritt die beobachtete Zahl von unter 0 auf 0 oder darüber bringt oder zurück: durch die Aktualisierung des Schritts oder, bei einer Zahl des Paares des Schritts, seit dem Schritt davor.</translation>
    </message>
    <message>
        <source>Hit when the step trains on this pair; samples are counted from {first}.</source>
        <translation>Getroffen, wenn der Schritt mit diesem Paar trainiert; Beispiele werden ab {first} gezählt.</translation>
    </message>
    <message>
        <source>Hit when the watched number exceeds the value.</source>
        <translation>Getroffen, wenn die beobachtete Zahl den Wert übersteigt.</translation>
    </message>
    <message>
        <source>Hit when the watched number is below the value.</source>
        <translation>Getroffen, wenn die beobachtete Zahl unter dem Wert liegt.</translation>
    </message>
    <message>
        <source>Index of the sample, counted from {first}</source>
        <translation>Index des Beispiels, ab {first} gezählt</translation>
    </message>
    <message>
        <source>Threshold of the move in one step</source>
        <translation>Schwelle der Änderung in einem Schritt</translation>
    </message>
    <message>
        <source>Threshold of the watch</source>
        <translation>Schwelle der Beobachtung</translation>
    </message>
    <message>
        <source>class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>misclassified</source>
        <translation>falsch klassifiziert</translation>
    </message>
    <message>
        <source>saturated share</source>
        <translation>Anteil gesättigt</translation>
    </message>
    <message>
        <source>loss jump</source>
        <translation>Verlustsprung</translation>
    </message>
    <message>
        <source>every k steps</source>
        <translation>alle k Schritte</translation>
    </message>
    <message>
        <source>not finite</source>
        <translation>nicht endlich</translation>
    </message>
    <message>
        <source>Threshold of the loss</source>
        <translation>Schwelle des Verlusts</translation>
    </message>
    <message>
        <source>Threshold of ‖∂W₁‖</source>
        <translation>Schwelle von ‖∂W₁‖</translation>
    </message>
    <message>
        <source>Threshold of ‖∂W₂‖</source>
        <translation>Schwelle von ‖∂W₂‖</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Share of the hidden units, 0 … 1</source>
        <translation>Anteil der verborgenen Einheiten, 0 … 1</translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>Faktor</translation>
    </message>
    <message>
        <source>Number of steps k</source>
        <translation>Zahl der Schritte k</translation>
    </message>
    <message>
        <source>The run stops before the update of that step, so nothing of the update is applied.</source>
        <translation>Der Lauf hält vor der Aktualisierung dieses Schritts an; von ihr ist noch nichts ausgeführt.</translation>
    </message>
    <message>
        <source>Hit when the loss of the step&apos;s pair exceeds the value.</source>
        <translation>Getroffen, wenn der Verlust des Paars dieses Schritts größer als der Wert ist.</translation>
    </message>
    <message>
        <source>Hit when the loss of the step&apos;s pair is below the value.</source>
        <translation>Getroffen, wenn der Verlust des Paars dieses Schritts kleiner als der Wert ist.</translation>
    </message>
    <message>
        <source>Hit when ‖∂W₁‖ of the step, the Frobenius norm of δ1 xᵀ, exceeds the value.</source>
        <translation>Getroffen, wenn ‖∂W₁‖ des Schritts, die Frobeniusnorm von δ1 xᵀ, größer als der Wert ist.</translation>
    </message>
    <message>
        <source>Hit when ‖∂W₂‖ of the step, the Frobenius norm of δ2 hᵀ, exceeds the value.</source>
        <translation>Getroffen, wenn ‖∂W₂‖ des Schritts, die Frobeniusnorm von δ2 hᵀ, größer als der Wert ist.</translation>
    </message>
    <message>
        <source>Hit when the step&apos;s pair has this class.</source>
        <translation>Getroffen, wenn das Paar des Schritts zu dieser Klasse gehört.</translation>
    </message>
    <message>
        <source>Hit when the step&apos;s pair is misclassified: the largest output f is not that of its class, or, with one output, f lies on the wrong side of the threshold.</source>
        <translation>Getroffen, wenn das Paar des Schritts falsch klassifiziert wird: Die größte Ausgabe f ist nicht die seiner Klasse, oder bei einer einzigen Ausgabe liegt f auf der falschen Seite der Schwelle.</translation>
    </message>
    <message>
        <source>Hit when the share of saturated hidden units is at least the value, 0 … 1.</source>
        <translation>Getroffen, wenn der Anteil der gesättigten verborgenen Einheiten mindestens so groß wie der Wert ist, 0 … 1.</translation>
    </message>
    <message>
        <source>Hit when the loss of the step&apos;s pair exceeds the factor times the moving mean over the steps before. That is the plain mean over fewer than 1000 steps, then exponential: mean += (loss − mean) / 1000. Never hit in the first 1000 steps.</source>
        <translation>Getroffen, wenn der Verlust des Paars dieses Schritts größer als der Faktor mal das gleitende Mittel über die Schritte davor ist. Über weniger als 1000 Schritte ist das ihr einfaches Mittel, danach exponentiell: Mittel += (Verlust − Mittel) / 1000. In den ersten 1000 Schritten nie getroffen.</translation>
    </message>
    <message>
        <source>Hit every k updates: at step k, 2k, 3k, …</source>
        <translation>Getroffen alle k Aktualisierungen: in den Schritten k, 2k, 3k, …</translation>
    </message>
    <message>
        <source>Hit when a quantity of the step (z1, h, z2, f, the loss, δ2, δ1), or a weight after it, is infinite or not a number; names the first one.</source>
        <translation>Getroffen, wenn eine Größe des Schritts (z1, h, z2, f, der Verlust, δ2, δ1) oder danach ein Gewicht unendlich oder keine Zahl ist; nennt die erste.</translation>
    </message>
    <message>
        <source>{name} is a regression task: its samples have no class.</source>
        <translation>{name} ist eine Regressionsaufgabe: Ihre Beispiele haben keine Klasse.</translation>
    </message>
    <message>
        <source>{name} is a regression task: no sample is misclassified.</source>
        <translation>{name} ist eine Regressionsaufgabe: Kein Beispiel wird falsch klassifiziert.</translation>
    </message>
</context>
<context>
    <name>BreakpointDelegate</name>
    <message>
        <source>Hits to ignore before the run stops</source>
        <translation>Treffer, die ignoriert werden, bevor der Lauf anhält</translation>
    </message>
    <message>
        <source>{what_is_wrong} The breakpoint “{condition}” is unchanged.</source>
        <translation>{what_is_wrong} Der Haltepunkt „{condition}“ ist unverändert.</translation>
    </message>
    <message>
        <source>Such a breakpoint is in the list already.</source>
        <translation>Einen solchen Haltepunkt enthält die Liste schon.</translation>
    </message>
</context>
<context>
    <name>BreakpointList</name>
    <message>
        <source>Breakpoints</source>
        <translation>Haltepunkte</translation>
    </message>
    <message>
        <source>The run stops when an enabled breakpoint is hit. Space toggles, Return edits the value, Del removes.</source>
        <translation>Der Lauf hält an, wenn ein aktivierter Haltepunkt getroffen wird. Die Leertaste schaltet um, die Eingabetaste bearbeitet den Wert, Entf entfernt.</translation>
    </message>
</context>
<context>
    <name>BreakpointModel</name>
    <message>
        <source>condition</source>
        <translation>Bedingung</translation>
    </message>
    <message>
        <source>ignore</source>
        <translation>ignorieren</translation>
    </message>
    <message>
        <source>hits</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>Condition at which the run stops; tick to enable it. Space toggles, F2 or a double click edits the value, Del removes.</source>
        <translation>Bedingung, bei der der Lauf anhält; zum Aktivieren ankreuzen. Die Leertaste schaltet um, F2 oder ein Doppelklick bearbeitet den Wert, Entf entfernt.</translation>
    </message>
    <message>
        <source>Number of hits to ignore before the run stops; F2 or a double click edits it.</source>
        <translation>Zahl der Treffer, die ignoriert werden, bevor der Lauf anhält; F2 oder ein Doppelklick bearbeitet sie.</translation>
    </message>
    <message>
        <source>How often the condition was met while the breakpoint was enabled.</source>
        <translation>Wie oft die Bedingung erfüllt war, während der Haltepunkt aktiviert war.</translation>
    </message>
    <message>
        <source>What the condition watches, as it is in the step at hand.</source>
        <translation>Was die Bedingung überwacht, so wie es im aktuellen Schritt ist.</translation>
    </message>
    <message>
        <source>the run is stopped here, before the update of this step</source>
        <translation>hier ist der Lauf angehalten, vor der Aktualisierung dieses Schritts</translation>
    </message>
    <message>
        <source>{value} now, at step {step}</source>
        <translation>jetzt {value}, bei Schritt {step}</translation>
    </message>
    <message>
        <source>hits to ignore</source>
        <translation>zu ignorierende Treffer</translation>
    </message>
</context>
<context>
    <name>BreakpointValues</name>
    <message>
        <source>right</source>
        <translation>richtig</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>falsch</translation>
    </message>
</context>
<context>
    <name>BreakpointsPanel</name>
    <message>
        <source>list</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>The breakpoints: where the run will stop.</source>
        <translation>Die Haltepunkte: wo der Lauf anhalten wird.</translation>
    </message>
    <message>
        <source>stops</source>
        <translation>Stopps</translation>
    </message>
    <message>
        <source>The stops: where breakpoints have stopped the run.</source>
        <translation>Die Stopps: wo Haltepunkte den Lauf angehalten haben.</translation>
    </message>
    <message>
        <source>A breakpoint stops the run, even at full speed, at the exact step that meets its condition, before the update. Add one above, or press F9 to add one for the sample shown.</source>
        <translation>Ein Haltepunkt hält den Lauf auch bei vollem Tempo genau in dem Schritt an, der seine Bedingung erfüllt, vor der Aktualisierung. Oben einen hinzufügen, oder mit F9 einen für das gezeigte Beispiel.</translation>
    </message>
    <message>
        <source>Stops on this branch</source>
        <translation>Stopps auf diesem Zweig</translation>
    </message>
    <message>
        <source>The breakpoint “{condition}” is in the list already.</source>
        <translation>Den Haltepunkt „{condition}“ enthält die Liste schon.</translation>
    </message>
    <message>
        <source>The breakpoint “{condition}” was in the list already and is switched on again.</source>
        <translation>Den Haltepunkt „{condition}“ enthielt die Liste schon; er ist wieder eingeschaltet.</translation>
    </message>
</context>
<context>
    <name>BrowserBar</name>
    <message>
        <source>Train on it next</source>
        <translation>Als Nächstes damit trainieren</translation>
    </message>
    <message>
        <source>Show current sample</source>
        <translation>Zum aktuellen Beispiel</translation>
    </message>
    <message>
        <source>Scroll to the current sample</source>
        <translation>Zum aktuellen Beispiel scrollen</translation>
    </message>
    <message>
        <source>Scroll to the sample shown or, while following the run, that of the current step</source>
        <translation>Zum gezeigten Beispiel scrollen oder, solange dem Lauf gefolgt wird, zu dem des aktuellen Schritts</translation>
    </message>
</context>
<context>
    <name>BrowserControls</name>
    <message>
        <source>training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>The samples that steps train on</source>
        <translation>Die Beispiele, mit denen die Schritte trainieren</translation>
    </message>
    <message>
        <source>test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>The samples held out, which are never trained on</source>
        <translation>Die zurückgehaltenen Beispiele, mit denen nie trainiert wird</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Only samples of this class, or of all classes</source>
        <translation>Nur Beispiele dieser Klasse oder aller Klassen</translation>
    </message>
    <message>
        <source>Predicted class</source>
        <translation>Vorhergesagte Klasse</translation>
    </message>
    <message>
        <source>Only samples predicted as this class, or as any class</source>
        <translation>Nur Beispiele, die als diese Klasse vorhergesagt werden, oder als irgendeine</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>falsche</translation>
    </message>
    <message>
        <source>Only misclassified samples</source>
        <translation>Nur falsch klassifizierte Beispiele</translation>
    </message>
    <message>
        <source>Order of the samples</source>
        <translation>Reihenfolge der Beispiele</translation>
    </message>
    <message>
        <source>What the samples are sorted by: index, loss ‖f − y‖², or Frobenius norm of the gradient, with the weights of one step</source>
        <translation>Wonach die Beispiele sortiert sind: Index, Verlust ‖f − y‖² oder Frobeniusnorm des Gradienten, mit den Gewichten eines Schritts</translation>
    </message>
    <message>
        <source>↑ smallest first, ↓ largest first</source>
        <translation>↑ kleinste zuerst, ↓ größte zuerst</translation>
    </message>
    <message>
        <source>Largest first</source>
        <translation>Die größten zuerst</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>Show a number below each picture: the loss, or the gradient magnitude that the samples are sorted by</source>
        <translation>Unter jedem Bild eine Zahl zeigen: den Verlust oder den Gradientenbetrag, nach dem die Beispiele sortiert sind</translation>
    </message>
    <message>
        <source>table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>List the pictures as rows of numbers: class, predicted class, loss, gradient magnitudes and every pixel</source>
        <translation>Die Bilder als Zeilen von Zahlen auflisten: Klasse, vorhergesagte Klasse, Verlust, Gradientenbeträge und jedes Pixel</translation>
    </message>
    <message>
        <source>live</source>
        <translation>live</translation>
    </message>
    <message>
        <source>Sort and filter again, up to twice a second, whenever all samples have been evaluated with newer weights. While the mouse is over the samples, they keep their places; marks and numbers are always the latest.</source>
        <translation>Neu sortieren und filtern, bis zu zweimal in der Sekunde, sobald alle Beispiele mit neueren Gewichten ausgewertet sind. Solange die Maus über den Beispielen steht, bleiben sie an ihrem Platz; Marken und Zahlen sind immer die neuesten.</translation>
    </message>
    <message>
        <source>by index</source>
        <translation>nach Index</translation>
    </message>
    <message>
        <source>{name} ({n})</source>
        <translation>{name} ({n})</translation>
    </message>
    <message>
        <source>all classes ({n})</source>
        <translation>alle Klassen ({n})</translation>
    </message>
    <message>
        <source>predicted as {name}</source>
        <translation>vorhergesagt als {name}</translation>
    </message>
    <message>
        <source>any prediction</source>
        <translation>jede Vorhersage</translation>
    </message>
    <message>
        <source>by loss</source>
        <translation>nach Verlust</translation>
    </message>
    <message>
        <source>by error of {name}</source>
        <translation>nach Fehler von {name}</translation>
    </message>
    <message>
        <source>by error</source>
        <translation>nach Fehler</translation>
    </message>
    <message>
        <source>by ‖∂W₁‖</source>
        <translation>nach ‖∂W₁‖</translation>
    </message>
    <message>
        <source>by ‖∂W₂‖</source>
        <translation>nach ‖∂W₂‖</translation>
    </message>
</context>
<context>
    <name>BrowserHeader</name>
    <message>
        <source>Sort again</source>
        <translation>Neu sortieren</translation>
    </message>
    <message>
        <source>The order is that of an earlier step, because samples do not move while the mouse is over them or “live” is off. Sort by the latest values now.</source>
        <translation>Die Reihenfolge ist die eines früheren Schritts, weil die Beispiele unter der Maus an ihrem Platz bleiben oder „live“ ausgeschaltet ist. Jetzt nach den neuesten Werten sortieren.</translation>
    </message>
    <message>
        <source>Size of the pictures</source>
        <translation>Größe der Bilder</translation>
    </message>
    <message>
        <source>Size of the pictures; also Ctrl and the wheel over them</source>
        <translation>Größe der Bilder; auch mit Strg und Mausrad über ihnen</translation>
    </message>
</context>
<context>
    <name>BrowserPanel</name>
    <message>
        <source>Go to sample {index}…</source>
        <translation>Zu Beispiel {index} gehen…</translation>
    </message>
</context>
<context>
    <name>BrowserWords</name>
    <message>
        <source>No samples match: {which}.</source>
        <translation>Keine Beispiele: {which}.</translation>
    </message>
    <message>
        <source>Sample {sample} is not listed with these filters.</source>
        <translation>Beispiel {sample} ist mit diesen Filtern nicht aufgelistet.</translation>
    </message>
    <message>
        <source>Computing the predictions for all samples…</source>
        <translation>Die Vorhersagen für alle Beispiele werden berechnet…</translation>
    </message>
    <message>
        <source>This data set has no samples.</source>
        <translation>Dieser Datensatz hat keine Beispiele.</translation>
    </message>
    <message>
        <source>This data set has no test set: no samples were held out. Set a test share above 0 in Setup, if it offers one.</source>
        <translation>Dieser Datensatz hat keine Testdaten: Es wurden keine Beispiele zurückgehalten. In den Einstellungen einen Testanteil über 0 wählen, wenn sie einen anbieten.</translation>
    </message>
    <message>
        <source>class {label}</source>
        <translation>Klasse {label}</translation>
    </message>
    <message>
        <source>misclassified</source>
        <translation>falsch klassifiziert</translation>
    </message>
    <message>
        <source>predicted as {predicted}</source>
        <translation>vorhergesagt als {predicted}</translation>
    </message>
    <message>
        <source>misclassified as {predicted}</source>
        <translation>falsch klassifiziert als {predicted}</translation>
    </message>
    <message>
        <source>Sample {sample} does not exist. Use an index from {first} to {last}.</source>
        <translation>Beispiel {sample} gibt es nicht. Einen Index von {first} bis {last} verwenden.</translation>
    </message>
    <message>
        <source>{label} misclassified</source>
        <translation>{label} falsch klassifiziert</translation>
    </message>
    <message>
        <source>{label} predicted as {predicted}</source>
        <translation>{label} vorhergesagt als {predicted}</translation>
    </message>
    <message>
        <source>{label} misclassified as {predicted}</source>
        <translation>{label} falsch klassifiziert als {predicted}</translation>
    </message>
    <message>
        <source>{samples}, at step {step}</source>
        <translation>{samples}, in Schritt {step}</translation>
    </message>
    <message>
        <source>{n} of {m} samples: {which}</source>
        <translation>{n} von {m} Beispielen: {which}</translation>
    </message>
    <message>
        <source>{n} of {m} samples: {which}, at step {step}</source>
        <translation>{n} von {m} Beispielen: {which}, in Schritt {step}</translation>
    </message>
</context>
<context>
    <name>Caption</name>
    <message>
        <source>Each hidden unit adds up its inputs times their weights: z1 = W₁x.</source>
        <translation>Jede verborgene Einheit summiert Eingaben mal Gewichte: z1 = W₁x.</translation>
    </message>
    <message>
        <source>Each hidden unit answers with its activation: h = σ₁(z1).</source>
        <translation>Jede verborgene Einheit antwortet mit ihrer Aktivierung: h = σ₁(z1).</translation>
    </message>
    <message>
        <source>Each output adds up the hidden units times their weights: z2 = W₂h.</source>
        <translation>Jede Ausgabe summiert verborgene Einheiten mal Gewichte: z2 = W₂h.</translation>
    </message>
    <message>
        <source>Each output answers with its activation: f = σ₂(z2).</source>
        <translation>Jede Ausgabe antwortet mit ihrer Aktivierung: f = σ₂(z2).</translation>
    </message>
    <message>
        <source>Row {j} of W₂ is updated: W₂ ← W₂ − λ ∂W₂.</source>
        <translation>Zeile {j} von W₂ wird aktualisiert: W₂ ← W₂ − λ ∂W₂.</translation>
    </message>
    <message>
        <source>Row {j} of ∂W₂: how the loss changes with the weights for {name}.</source>
        <translation>Zeile {j} von ∂W₂: wie der Verlust von den Gewichten für {name} abhängt.</translation>
    </message>
    <message>
        <source>Row {j} of ∂W₂: how the loss changes with the weights of output {j}.</source>
        <translation>Zeile {j} von ∂W₂: wie der Verlust von den Gewichten der Ausgabe {j} abhängt.</translation>
    </message>
    <message>
        <source>Row {k} of W₁ is updated: W₁ ← W₁ − λ ∂W₁.</source>
        <translation>Zeile {k} von W₁ wird aktualisiert: W₁ ← W₁ − λ ∂W₁.</translation>
    </message>
    <message>
        <source>Row {k} of ∂W₁ as printed in the note: not how the loss changes.</source>
        <translation>Zeile {k} von ∂W₁ wie gedruckt: so hängt der Verlust nicht davon ab.</translation>
    </message>
    <message>
        <source>Row {k} of ∂W₁: how the loss changes with the weights into hidden unit {k}.</source>
        <translation>Zeile {k} von ∂W₁: wie der Verlust von den Gewichten der Einheit {k} abhängt.</translation>
    </message>
    <message>
        <source>The loss says how far the answer f is from the target y: ‖f − y‖².</source>
        <translation>Der Verlust sagt, wie weit die Antwort f vom Zielwert y ist: ‖f − y‖².</translation>
    </message>
    <message>
        <source>The next sample is drawn: inputs x, and the target y for them.</source>
        <translation>Das nächste Beispiel wird gezogen: Eingaben x und ihr Zielwert y.</translation>
    </message>
</context>
<context>
    <name>CheckContent</name>
    <message>
        <source>Legend</source>
        <translation>Legende</translation>
    </message>
    <message>
        <source>What the colours of the heatmaps mean</source>
        <translation>Was die Farben der Heatmaps bedeuten</translation>
    </message>
    <message>
        <source>hidden unit k</source>
        <translation>verborgene Einheit k</translation>
    </message>
    <message>
        <source>at a kink</source>
        <translation>an einem Knick</translation>
    </message>
    <message>
        <source>lost in rounding</source>
        <translation>im Runden verloren</translation>
    </message>
    <message>
        <source>not compared</source>
        <translation>nicht verglichen</translation>
    </message>
    <message>
        <source>colours: relative error</source>
        <translation>Farben: relativer Fehler</translation>
    </message>
    <message>
        <source>Point at a weight to read it, click to select it.</source>
        <translation>Auf ein Gewicht zeigen: ablesen, Klick: auswählen.</translation>
    </message>
</context>
<context>
    <name>CheckHeader</name>
    <message>
        <source>Progress of the check</source>
        <translation>Fortschritt der Prüfung</translation>
    </message>
    <message>
        <source>Share of the weights that have been compared</source>
        <translation>Anteil der Gewichte, die verglichen sind</translation>
    </message>
    <message>
        <source>Select weight</source>
        <translation>Gewicht auswählen</translation>
    </message>
    <message>
        <source>Select the weight with the largest error in all panels</source>
        <translation>Das Gewicht mit dem größten Fehler in allen Bereichen auswählen</translation>
    </message>
    <message>
        <source>rule of this run</source>
        <translation>Regel des Laufs</translation>
    </message>
    <message>
        <source>Check the gradient rule of the run</source>
        <translation>Die Gradientenregel des Laufs prüfen</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>exakt</translation>
    </message>
    <message>
        <source>Check the exact rule, δ1 = (W₂ᵀ δ2) σ₁′(z1), whichever rule the run uses</source>
        <translation>Die exakte Regel prüfen, δ1 = (W₂ᵀ δ2) σ₁′(z1), gleich welche der Lauf benutzt</translation>
    </message>
    <message>
        <source>as printed</source>
        <translation>wie gedruckt</translation>
    </message>
    <message>
        <source>Check the rule as printed in the note, whichever rule the run uses</source>
        <translation>Die Regel prüfen, wie sie im Skript gedruckt ist, gleich welche der Lauf benutzt</translation>
    </message>
    <message>
        <source>Check compares the gradient of the pair shown with central differences of the loss, weight by weight.</source>
        <translation>„Prüfen“ vergleicht den Gradienten des gezeigten Paars Gewicht für Gewicht mit zentralen Differenzen des Verlusts.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Cancel the gradient check</source>
        <translation>Gradientenprüfung abbrechen</translation>
    </message>
    <message>
        <source>Check the gradient</source>
        <translation>Gradienten prüfen</translation>
    </message>
    <message>
        <source>Cancel this check; the result before it is kept</source>
        <translation>Diese Prüfung abbrechen; das vorige Ergebnis bleibt</translation>
    </message>
    <message>
        <source>Compare every weight&apos;s gradient with (E(w + s) − E(w − s)) / 2s, at this position, for the pair shown (F6).</source>
        <translation>Den Gradienten jedes Gewichts mit (E(w + s) − E(w − s)) / 2s vergleichen, an dieser Position, für das gezeigte Paar (F6).</translation>
    </message>
</context>
<context>
    <name>Choices</name>
    <message>
        <source>sigmoid</source>
        <translation>Sigmoid</translation>
    </message>
    <message>
        <source>tanh</source>
        <translation>tanh</translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <source>softplus</source>
        <translation>Softplus</translation>
    </message>
    <message>
        <source>identity</source>
        <translation>Identität</translation>
    </message>
    <message>
        <source>σ₁ is the sigmoid: a unit is saturated when h &lt; 0.01 or &gt; 0.99.</source>
        <translation>σ₁ ist die Sigmoidfunktion: Eine Einheit ist gesättigt, wenn h &lt; 0,01 oder &gt; 0,99 ist.</translation>
    </message>
    <message>
        <source>σ₁ is tanh: a unit is saturated when |h| &gt; 0.98.</source>
        <translation>σ₁ ist tanh: Eine Einheit ist gesättigt, wenn |h| &gt; 0,98 ist.</translation>
    </message>
    <message>
        <source>σ₁ is ReLU: a unit is saturated when h = 0.</source>
        <translation>σ₁ ist ReLU: Eine Einheit ist gesättigt, wenn h = 0 ist.</translation>
    </message>
    <message>
        <source>σ₁ is softplus: a unit is saturated when h &lt; 0.01.</source>
        <translation>σ₁ ist Softplus: Eine Einheit ist gesättigt, wenn h &lt; 0,01 ist.</translation>
    </message>
    <message>
        <source>σ₁ is the identity: no unit is ever saturated.</source>
        <translation>σ₁ ist die Identität: Keine Einheit ist je gesättigt.</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>normalverteilt</translation>
    </message>
    <message>
        <source>uniform</source>
        <translation>gleichverteilt</translation>
    </message>
    <message>
        <source>Glorot</source>
        <translation>Glorot</translation>
    </message>
    <message>
        <source>He</source>
        <translation>He</translation>
    </message>
    <message>
        <source>zeros</source>
        <translation>alle 0</translation>
    </message>
    <message>
        <source>random</source>
        <translation>zufällig</translation>
    </message>
    <message>
        <source>shuffled</source>
        <translation>gemischt</translation>
    </message>
    <message>
        <source>sequential</source>
        <translation>der Reihe nach</translation>
    </message>
    <message>
        <source>as printed (for comparison)</source>
        <translation>wie gedruckt (zum Vergleich)</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>exakt</translation>
    </message>
</context>
<context>
    <name>ClassTable</name>
    <message>
        <source>What each class added</source>
        <translation>Was jede Klasse hinzugefügt hat</translation>
    </message>
    <message>
        <source>What the steps on the samples of each class added; with custom pairs, edits and rounding it makes the sum in the last row. Click or Return: how the share of the class or custom pair grew over time.</source>
        <translation>Was die Schritte mit den Beispielen jeder Klasse hinzugefügt haben; mit eigenen Paaren, Eingriffen und Rundung ergibt es die Summe in der letzten Zeile. Klick oder Eingabetaste: wie der Anteil der Klasse oder des eigenen Paares mit der Zeit wuchs.</translation>
    </message>
</context>
<context>
    <name>ColumnsModel</name>
    <message>
        <source>numbers</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>categorical text</source>
        <translation>Text, wenige verschiedene Werte</translation>
    </message>
    <message>
        <source>text with too many distinct values</source>
        <translation>Text, zu viele verschiedene Werte</translation>
    </message>
    <message>
        <source>{name} holds {what}, such as {examples}. Used as: {role}. Click it, or press Space, to change its use.</source>
        <translation>{name} enthält {what}, etwa {examples}. Verwendet als: {role}. Klick oder Leertaste ändert die Verwendung.</translation>
    </message>
</context>
<context>
    <name>ColumnsView</name>
    <message>
        <source>First rows of the table</source>
        <translation>Erste Zeilen der Tabelle</translation>
    </message>
    <message>
        <source>The first rows as they are in the file. ← and → move between the columns, Shift selects several; Space or a click on a name changes their use.</source>
        <translation>Die ersten Zeilen, wie sie in der Datei stehen. ← und → gehen von Spalte zu Spalte, Umschalt wählt mehrere aus; die Leertaste oder ein Klick auf einen Namen ändert die Verwendung.</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Type part of the name of a command, panel, layout or data set, or a setting and its value: l 64, λ 0.5, step 12000, speed 10.</source>
        <translation>Einen Teil des Namens eines Befehls, Bereichs, Datensatzes oder einer Anordnung eingeben, oder eine Einstellung mit ihrem Wert: l 64, λ 0,5, schritt 12000, tempo 10.</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>A command, panel, data set…, or a value: λ 0.5</source>
        <translation>Befehl, Bereich, Datensatz … oder ein Wert: λ 0,5</translation>
    </message>
    <message>
        <source>Nothing is called “{typed}”. Type another name.</source>
        <translation>Nichts heißt „{typed}“. Einen anderen Namen eingeben.</translation>
    </message>
    <message>
        <source>Enter or a click runs the command.</source>
        <translation>Die Eingabetaste oder ein Klick führt den Befehl aus.</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>used before</source>
        <translation>zuletzt benutzt</translation>
    </message>
    <message>
        <source>Panel: {name}</source>
        <translation>Bereich: {name}</translation>
    </message>
    <message>
        <source>Dock again</source>
        <translation>Wieder andocken</translation>
    </message>
    <message>
        <source>Float</source>
        <translation>Abdocken</translation>
    </message>
    <message>
        <source>{panel} is closed. Open it in View ▸ Panels.</source>
        <translation>{panel} ist geschlossen. Den Bereich unter Ansicht ▸ Bereiche öffnen.</translation>
    </message>
    <message>
        <source>Whole window</source>
        <translation>Ganzes Fenster</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>{what}: {panel}</source>
        <translation>{what}: {panel}</translation>
    </message>
    <message>
        <source>Layout: {name}</source>
        <translation>Anordnung: {name}</translation>
    </message>
    <message>
        <source>{data} is the data set at hand. Choose another one, or Restart.</source>
        <translation>{data} ist der jetzige Datensatz. Einen anderen wählen, oder „Neu beginnen“.</translation>
    </message>
    <message>
        <source>Data set: {name}</source>
        <translation>Datensatz: {name}</translation>
    </message>
    <message>
        <source>{file} no longer exists. Choose Open data… to find another one.</source>
        <translation>{file} gibt es nicht mehr. „Daten öffnen…“ wählen, um eine andere Datei zu finden.</translation>
    </message>
    <message>
        <source>Recent data: {name}</source>
        <translation>Zuletzt geöffnet: {name}</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Go to step</source>
        <translation>Zu Schritt gehen</translation>
    </message>
    <message>
        <source>Run steps</source>
        <translation>Schritte ausführen</translation>
    </message>
    <message>
        <source>Run epochs</source>
        <translation>Epochen ausführen</translation>
    </message>
    <message>
        <source>{name} is for the stopping rule. Switch that on first.</source>
        <translation>{name} gehört zur Stoppregel. Diese erst einschalten.</translation>
    </message>
    <message>
        <source>{name} is fixed for this data set. Choose another data set for it.</source>
        <translation>{name} steht für diesen Datensatz fest. Dafür einen anderen Datensatz wählen.</translation>
    </message>
    <message>
        <source>{name} cannot be changed at the moment.</source>
        <translation>{name} lässt sich im Augenblick nicht ändern.</translation>
    </message>
    <message>
        <source>There is no layout of your own. Keep one by Save layout as… first.</source>
        <translation>Es gibt keine eigene Anordnung. Erst eine mit „Anordnung speichern als…“ speichern.</translation>
    </message>
    <message>
        <source>The data set comes with bpviz and has no import options. Open a file for them.</source>
        <translation>Der Datensatz gehört zu bpviz und hat keine Importoptionen. Dafür eine Datei öffnen.</translation>
    </message>
    <message>
        <source>Nothing is under way that could be cancelled.</source>
        <translation>Es läuft nichts, was sich abbrechen ließe.</translation>
    </message>
    <message>
        <source>The data set is still being loaded. Wait until it is there.</source>
        <translation>Der Datensatz wird noch geladen. Warten, bis er da ist.</translation>
    </message>
    <message>
        <source>There is no data. Choose a data set first.</source>
        <translation>Es sind keine Daten da. Erst einen Datensatz wählen.</translation>
    </message>
    <message>
        <source>The run stands at its beginning. Train a step first.</source>
        <translation>Der Lauf steht an seinem Anfang. Erst einen Schritt trainieren.</translation>
    </message>
    <message>
        <source>The run stands at the beginning of its step. Go into it by Next phase first.</source>
        <translation>Der Lauf steht am Anfang seines Schritts. Erst mit „Nächste Phase“ hineingehen.</translation>
    </message>
    <message>
        <source>There is no breakpoint. Set one first.</source>
        <translation>Es gibt keinen Haltepunkt. Erst einen setzen.</translation>
    </message>
    <message>
        <source>Every step trains on the sample that is kept. Switch Keep training on this sample off first.</source>
        <translation>Jeder Schritt trainiert mit dem festgehaltenen Beispiel. Erst „Weiter mit diesem Beispiel trainieren“ ausschalten.</translation>
    </message>
    <message>
        <source>There is no change to undo.</source>
        <translation>Es gibt keine Änderung rückgängig zu machen.</translation>
    </message>
    <message>
        <source>There is no undone change to redo.</source>
        <translation>Es gibt keine zurückgenommene Änderung zu wiederholen.</translation>
    </message>
    <message>
        <source>This is not possible at the moment.</source>
        <translation>Das ist im Augenblick nicht möglich.</translation>
    </message>
</context>
<context>
    <name>ComparedCurvesView</name>
    <message>
        <source>Losses and test accuracies of both branches</source>
        <translation>Verluste und Testgenauigkeiten beider Zweige</translation>
    </message>
    <message>
        <source>Losses and, dashed, test accuracies of both; a click compares at that step.</source>
        <translation>Verluste und, gestrichelt, Testgenauigkeiten beider; ein Klick vergleicht in diesem Schritt.</translation>
    </message>
    <message>
        <source>Moving averages of the losses of both branches from step 0 on and, dashed, right axis, their test accuracies at the steps where they were measured. Pale: beyond the step at which the branches are compared. Click: compare at that step. Wheel or drag: zoom. Double click: whole run. Right click: copy.</source>
        <translation>Gleitende Mittel der Verluste beider Zweige ab Schritt 0 und, gestrichelt, rechte Achse, ihre Testgenauigkeiten bei den Schritten, bei denen sie gemessen wurden. Blass: jenseits des Schritts, in dem die Zweige verglichen werden. Klick: in diesem Schritt vergleichen. Mausrad oder Ziehen: zoomen. Doppelklick: ganzer Lauf. Rechtsklick: kopieren.</translation>
    </message>
    <message>
        <source>log loss</source>
        <translation>log Verlust</translation>
    </message>
    <message>
        <source>Logarithmic loss axis: equal ratios get equal room.</source>
        <translation>Logarithmische Verlustachse: Gleiche Verhältnisse bekommen gleich viel Platz.</translation>
    </message>
    <message>
        <source>mean loss:</source>
        <translation>mittlerer Verlust:</translation>
    </message>
    <message>
        <source>dashed: test accuracy</source>
        <translation>gestrichelt: Testgenauigkeit</translation>
    </message>
</context>
<context>
    <name>ComparedPlot</name>
    <message>
        <source>loss ‖f − y‖²</source>
        <translation>Verlust ‖f − y‖²</translation>
    </message>
    <message>
        <source>test accuracy (%)</source>
        <translation>Testgenauigkeit (%)</translation>
    </message>
    <message>
        <source>No step has been done yet.</source>
        <translation>Noch ist kein Schritt ausgeführt.</translation>
    </message>
    <message>
        <source>step {step}</source>
        <translation>Schritt {step}</translation>
    </message>
    <message>
        <source>{name}: mean loss {loss}</source>
        <translation>{name}: mittlerer Verlust {loss}</translation>
    </message>
    <message>
        <source>{name}: test accuracy {share} at step {step}</source>
        <translation>{name}: Testgenauigkeit {share} in Schritt {step}</translation>
    </message>
    <message>
        <source>{name}: test loss {loss} at step {step}</source>
        <translation>{name}: Testverlust {loss} in Schritt {step}</translation>
    </message>
</context>
<context>
    <name>Confusion</name>
    <message>
        <source>predicted class</source>
        <translation>vorhergesagte Klasse</translation>
    </message>
    <message>
        <source>true class</source>
        <translation>wahre Klasse</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
</context>
<context>
    <name>ConfusionView</name>
    <message>
        <source>Confusion matrix: true class by predicted class</source>
        <translation>Konfusionsmatrix: wahre Klasse gegen vorhergesagte Klasse</translation>
    </message>
    <message>
        <source>How many samples of each true class (row) are predicted as which class (column). Blue, on the diagonal: correct. Ochre: misclassified, darker for more samples, on a scale of its own. Right: samples of the class, and the share of them that is correct. Click a cell, a name or a bar, or go there with the arrows and press Enter, to list those samples; a bar stands for the misclassified ones of its class.</source>
        <translation>Wie viele Beispiele jeder wahren Klasse (Zeile) als welche Klasse (Spalte) vorhergesagt werden. Blau, auf der Diagonale: richtig. Ocker: falsch klassifiziert, umso kräftiger, je mehr es sind, auf eigener Skala. Rechts: Beispiele der Klasse und ihr richtiger Anteil. Klick auf ein Feld, einen Namen oder einen Balken, oder Pfeiltasten und Eingabetaste, listet diese Beispiele auf; ein Balken steht für die falsch klassifizierten seiner Klasse.</translation>
    </message>
    <message>
        <source>Show in each cell the share of the true class in per cent instead of the number of samples.</source>
        <translation>In jedem Feld den Anteil an der wahren Klasse in Prozent statt der Anzahl der Beispiele zeigen.</translation>
    </message>
    <message>
        <source>Shares of the class in per cent</source>
        <translation>Anteile der Klasse in Prozent</translation>
    </message>
    <message>
        <source>Point at a cell to read it, click to list its samples.</source>
        <translation>Zeigen: ablesen; Klick: auflisten.</translation>
    </message>
</context>
<context>
    <name>ConfusionWords</name>
    <message>
        <source>all classes: {n} of {whole} samples misclassified ({share})</source>
        <translation>alle Klassen: {n} von {whole} Beispielen falsch klassifiziert ({share})</translation>
    </message>
    <message>
        <source>all {whole} samples, {n} of them misclassified ({share})</source>
        <translation>alle {whole} Beispiele, {n} davon falsch klassifiziert ({share})</translation>
    </message>
    <message>
        <source>class {true}: {n} of {whole} samples ({share})</source>
        <translation>Klasse {true}: {n} von {whole} Beispielen ({share})</translation>
    </message>
    <message>
        <source>predicted as {said}: {n} of {whole} samples ({share}), {right} of them correctly</source>
        <translation>vorhergesagt als {said}: {n} von {whole} Beispielen ({share}), {right} davon richtig</translation>
    </message>
    <message>
        <source>{true} classified correctly: {n} of {whole} ({share})</source>
        <translation>{true} richtig klassifiziert: {n} von {whole} ({share})</translation>
    </message>
    <message>
        <source>{true} misclassified: {n} of {whole} ({share})</source>
        <translation>{true} falsch klassifiziert: {n} von {whole} ({share})</translation>
    </message>
    <message>
        <source>{true} predicted as {said}: {n} of {whole} ({share})</source>
        <translation>{true} vorhergesagt als {said}: {n} von {whole} ({share})</translation>
    </message>
</context>
<context>
    <name>ContributionSamples</name>
    <message>
        <source>Samples that raised it most</source>
        <translation>Beispiele, die es am meisten erhöht haben</translation>
    </message>
    <message>
        <source>Samples that lowered it most</source>
        <translation>Beispiele, die es am meisten gesenkt haben</translation>
    </message>
</context>
<context>
    <name>ContributionTime</name>
    <message>
        <source>What a sample or a class added so far, along the steps</source>
        <translation>Was ein Beispiel oder eine Klasse bisher hinzugefügt hat, entlang der Schritte</translation>
    </message>
    <message>
        <source>The sum of what the steps on the chosen sample or class have added. Click: go to that step. Wheel or drag: zoom. Right click: copy.</source>
        <translation>Die Summe dessen, was die Schritte mit dem gewählten Beispiel oder der gewählten Klasse hinzugefügt haben. Klick: zu diesem Schritt gehen. Rad oder Ziehen: zoomen. Rechtsklick: kopieren.</translation>
    </message>
    <message>
        <source>Choose a sample or a class on the other pages.</source>
        <translation>Wählen Sie ein Beispiel oder eine Klasse auf den anderen Seiten.</translation>
    </message>
    <message>
        <source>Replaying…</source>
        <translation>Wird nachgespielt…</translation>
    </message>
    <message>
        <source>class {name}</source>
        <translation>Klasse {name}</translation>
    </message>
    <message>
        <source>sample {index}</source>
        <translation>Beispiel {index}</translation>
    </message>
    <message>
        <source>1 step</source>
        <translation>1 Schritt</translation>
    </message>
    <message>
        <source>{n} steps</source>
        <translation>{n} Schritten</translation>
    </message>
    <message>
        <source>{what}: {total} in {steps}</source>
        <translation>{what}: {total} in {steps}</translation>
    </message>
    <message>
        <source>the last {n} are listed</source>
        <translation>die letzten {n} sind aufgelistet</translation>
    </message>
</context>
<context>
    <name>ContributionsHeader</name>
    <message>
        <source>Weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>What made the selected weight</source>
        <translation>Woraus das ausgewählte Gewicht entstanden ist</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>What made its whole row of W₁ or W₂</source>
        <translation>Woraus seine ganze Zeile von W₁ oder W₂ entstanden ist</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>What made its hidden unit: a row of W₁, a column of W₂</source>
        <translation>Woraus seine verborgene Einheit entstanden ist: eine Zeile von W₁, eine Spalte von W₂</translation>
    </message>
    <message>
        <source>First step</source>
        <translation>Erster Schritt</translation>
    </message>
    <message>
        <source>The stretch begins before this step: 0 unless you type another. Return asks.</source>
        <translation>Die Strecke beginnt vor diesem Schritt: 0, wenn Sie keinen anderen eingeben. Die Eingabetaste rechnet.</translation>
    </message>
    <message>
        <source>Last step</source>
        <translation>Letzter Schritt</translation>
    </message>
    <message>
        <source>The stretch ends at this step: here unless you type another. Return asks.</source>
        <translation>Die Strecke endet in diesem Schritt: hier, wenn Sie keinen anderen eingeben. Die Eingabetaste rechnet.</translation>
    </message>
    <message>
        <source>here</source>
        <translation>hier</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>to</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>as zoomed</source>
        <translation>wie gezoomt</translation>
    </message>
    <message>
        <source>Take the steps that the plots along time are zoomed to.</source>
        <translation>Die Schritte nehmen, auf die die zeitlichen Kurven gezoomt sind.</translation>
    </message>
    <message>
        <source>Compute</source>
        <translation>Berechnen</translation>
    </message>
    <message>
        <source>Progress of the replay</source>
        <translation>Fortschritt des Nachspielens</translation>
    </message>
    <message>
        <source>Share of the steps that have been replayed</source>
        <translation>Anteil der Schritte, die nachgespielt sind</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>Show the samples that changed it most</source>
        <translation>Die Beispiele zeigen, die es am meisten geändert haben</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Klassen</translation>
    </message>
    <message>
        <source>Show what each class added</source>
        <translation>Zeigen, was jede Klasse hinzugefügt hat</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Show the row as the sum of what classes added</source>
        <translation>Die Zeile als Summe dessen zeigen, was die Klassen hinzugefügt haben</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>Zeitverlauf</translation>
    </message>
    <message>
        <source>Show how a sample&apos;s share grew</source>
        <translation>Zeigen, wie der Anteil eines Beispiels wuchs</translation>
    </message>
    <message>
        <source>W₁ in</source>
        <translation>W₁ hinein</translation>
    </message>
    <message>
        <source>Show the unit&apos;s row of W₁: what goes in</source>
        <translation>Die Zeile der Einheit in W₁ zeigen: was hineingeht</translation>
    </message>
    <message>
        <source>W₂ out</source>
        <translation>W₂ hinaus</translation>
    </message>
    <message>
        <source>Show the unit&apos;s column of W₂: what comes out</source>
        <translation>Die Spalte der Einheit in W₂ zeigen: was herauskommt</translation>
    </message>
    <message>
        <source>The stretch ends at step {stop}, before it begins. Type an earlier step.</source>
        <translation>Die Strecke endet in Schritt {stop}, bevor sie beginnt. Geben Sie einen früheren Schritt ein.</translation>
    </message>
    <message>
        <source>Replay these steps, and add up what each sample did.</source>
        <translation>Diese Schritte nachspielen und aufaddieren, was jedes Beispiel getan hat.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Give up the replay; the run does not notice.</source>
        <translation>Das Nachspielen abbrechen; der Lauf merkt nichts davon.</translation>
    </message>
</context>
<context>
    <name>ContributionsPanel</name>
    <message>
        <source>A single weight has no picture. Choose Row or Unit, and compute again.</source>
        <translation>Ein einzelnes Gewicht hat kein Bild. Wählen Sie „Zeile“ oder „Einheit“ und berechnen Sie noch einmal.</translation>
    </message>
    <message>
        <source>Replaying…</source>
        <translation>Wird nachgespielt…</translation>
    </message>
    <message>
        <source>Which samples made this weight? Select a weight in W₁ or W₂, and press Compute.</source>
        <translation>Aus welchen Beispielen ist dieses Gewicht entstanden? Wählen Sie ein Gewicht in W₁ oder W₂ und drücken Sie „Berechnen“.</translation>
    </message>
    <message>
        <source>Press Compute: which samples made {weight}?</source>
        <translation>Drücken Sie „Berechnen“: Aus welchen Beispielen ist {weight} entstanden?</translation>
    </message>
</context>
<context>
    <name>ContributionsTexts</name>
    <message>
        <source>1 sample</source>
        <translation>1 Beispiel</translation>
    </message>
    <message>
        <source>W(b) − W(a) = Σ contributions + edits + rounding. A contribution is −λδx of a step (of W₂ −λδh), summed over the steps on each sample. Rounding is what the weight lost to its last digit at each update.</source>
        <translation>W(b) − W(a) = Σ Beiträge + Eingriffe + Rundung. Ein Beitrag ist −λδx eines Schritts (bei W₂ −λδh), summiert über die Schritte mit jedem Beispiel. Die Rundung ist, was das Gewicht bei jeder Aktualisierung an seine letzte Stelle verlor.</translation>
    </message>
    <message>
        <source>against ΔW: {total} by {n}</source>
        <translation>gegen ΔW: {total} durch {n}</translation>
    </message>
    <message>
        <source>along ΔW: {total} by {n}</source>
        <translation>entlang ΔW: {total} durch {n}</translation>
    </message>
    <message>
        <source>custom pair {n}: {title}</source>
        <translation>eigenes Paar {n}: {title}</translation>
    </message>
    <message>
        <source>custom pairs {value}</source>
        <translation>eigene Paare {value}</translation>
    </message>
    <message>
        <source>edits {value}</source>
        <translation>Eingriffe {value}</translation>
    </message>
    <message>
        <source>lowered it: {total} by {n}</source>
        <translation>gesenkt: {total} durch {n}</translation>
    </message>
    <message>
        <source>no sample</source>
        <translation>kein Beispiel</translation>
    </message>
    <message>
        <source>raised it: {total} by {n}</source>
        <translation>erhöht: {total} durch {n}</translation>
    </message>
    <message>
        <source>rounding {value}</source>
        <translation>Rundung {value}</translation>
    </message>
    <message>
        <source>samples {value}</source>
        <translation>Beispiele {value}</translation>
    </message>
    <message>
        <source>steps {start} to {stop}</source>
        <translation>Schritte {start} bis {stop}</translation>
    </message>
    <message>
        <source>{n} samples</source>
        <translation>{n} Beispiele</translation>
    </message>
    <message>
        <source>‖W(b) − W(a)‖ = Σ contributions + edits + rounding, each as a length along the change of the row: the scalar product with ΔW / ‖ΔW‖. Above 0: pushed the row to where it is now.</source>
        <translation>‖W(b) − W(a)‖ = Σ Beiträge + Eingriffe + Rundung, jeweils als Länge entlang der Änderung der Zeile: das Skalarprodukt mit ΔW / ‖ΔW‖. Über 0: hat die Zeile dorthin geschoben, wo sie jetzt ist.</translation>
    </message>
</context>
<context>
    <name>ControlBar</name>
    <message>
        <source>Toolbar</source>
        <translation>Werkzeugleiste</translation>
    </message>
    <message>
        <source>above 0, at most 1e308</source>
        <translation>über 0, höchstens 1e308</translation>
    </message>
    <message>
        <source>Steps per press</source>
        <translation>Schrittzahl</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Hidden l</source>
        <translation>Einheiten l</translation>
    </message>
    <message>
        <source>Leave the presentation</source>
        <translation>Präsentation beenden</translation>
    </message>
    <message>
        <source>How many steps one press of Step or Step back does, 1 to 2⁶³ − 1. One step trains on one pair.</source>
        <translation>Wie viele Schritte ein Druck auf „Schritt“ oder „Schritt zurück“ ausführt, 1 bis 2⁶³ − 1. Ein Schritt trainiert mit einem Paar.</translation>
    </message>
    <message>
        <source>Steps per second while running: from 0.1 steps/s to unlimited, as fast as the machine can. Up to 3 steps/s the run goes through the phases of each step.</source>
        <translation>Schritte pro Sekunde beim Laufen: von 0,1 Schritten/s bis unbegrenzt, so schnell wie die Maschine kann. Bis 3 Schritte/s geht der Lauf durch die Phasen jedes Schritts.</translation>
    </message>
    <message>
        <source>Learning rate λ</source>
        <translation>Lernrate λ</translation>
    </message>
    <message>
        <source>Learning rate λ: each step sets W ← W − λ·∂W. A finite number above 0, such as 0.3, 0,3 or 1e-3; it acts from the next step on.</source>
        <translation>Lernrate λ: Jeder Schritt setzt W ← W − λ·∂W. Eine endliche Zahl über 0, etwa 0,3 oder 1e-3; sie wirkt ab dem nächsten Schritt.</translation>
    </message>
    <message>
        <source>Learning rate λ, slider</source>
        <translation>Lernrate λ, Schieberegler</translation>
    </message>
    <message>
        <source>Learning rate λ on a logarithmic scale from 0.0001 to 100; the editor beside it takes any other value.</source>
        <translation>Lernrate λ auf einer logarithmischen Skala von 0,0001 bis 100; das Eingabefeld daneben nimmt jeden anderen Wert an.</translation>
    </message>
    <message>
        <source>Hidden size l</source>
        <translation>Verborgene Einheiten l</translation>
    </message>
    <message>
        <source>Hidden size l: how many hidden units there are, 1 to 4096. A change starts a new run.</source>
        <translation>Verborgene Einheiten l: ihre Anzahl, 1 bis 4096. Eine Änderung beginnt einen neuen Lauf.</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>The data set of the run. Another one starts a new run.</source>
        <translation>Der Datensatz des Laufs. Ein anderer beginnt einen neuen Lauf.</translation>
    </message>
</context>
<context>
    <name>CosinePlot</name>
    <message>
        <source>cosine</source>
        <translation>Kosinus</translation>
    </message>
    <message>
        <source>downhill</source>
        <translation>bergab</translation>
    </message>
    <message>
        <source>uphill</source>
        <translation>bergauf</translation>
    </message>
    <message>
        <source>{name}, step {step}: no pair has both gradients</source>
        <translation>{name}, Schritt {step}: kein Paar hat beide Gradienten</translation>
    </message>
    <message>
        <source>{name}, step {step}: cosine {mean}, uphill on {share} of pairs</source>
        <translation>{name}, Schritt {step}: Kosinus {mean}, bergauf bei {share} der Paare</translation>
    </message>
</context>
<context>
    <name>CrashReporter</name>
    <message>
        <source>Internal error in bpviz ({kind}). See the log for details.</source>
        <translation>Interner Fehler in bpviz ({kind}). Näheres steht im Protokoll.</translation>
    </message>
</context>
<context>
    <name>CustomTrainingForm</name>
    <message>
        <source>Train on this as</source>
        <translation>Trainieren als</translation>
    </message>
    <message>
        <source>Train on this</source>
        <translation>Damit trainieren</translation>
    </message>
    <message>
        <source>The current step trains on this instead of the pair drawn for it; if its update has begun, the next step does. It is recorded in the journal and can be undone.</source>
        <translation>Der aktuelle Schritt trainiert damit statt mit dem für ihn gezogenen Paar; hat seine Aktualisierung schon begonnen, tut es der nächste. Es kommt ins Journal und lässt sich rückgängig machen.</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>The class whose target is trained on.</source>
        <translation>Die Klasse, mit deren Zielwert trainiert wird.</translation>
    </message>
    <message>
        <source>Train on this with</source>
        <translation>Damit trainieren mit</translation>
    </message>
    <message>
        <source>{n} targets are too many to enter here.</source>
        <translation>{n} Zielwerte sind zu viele, um sie hier einzugeben.</translation>
    </message>
    <message>
        <source>The target {name}, in its original units; the data ranges from {low} to {high}.</source>
        <translation>Der Zielwert {name} in seiner ursprünglichen Einheit; die Daten reichen von {low} bis {high}.</translation>
    </message>
    <message>
        <source>Requested: train on {title} …</source>
        <translation>Angefordert: mit {title} trainieren …</translation>
    </message>
    <message>
        <source>Recorded in the journal at step {step}: {title}.</source>
        <translation>Im Journal bei Schritt {step}: {title}.</translation>
    </message>
    <message>
        <source>Rejected; see the message bar for the reason.</source>
        <translation>Abgelehnt; der Grund steht in der Meldungsleiste.</translation>
    </message>
    <message>
        <source>One step trains on it and is recorded in the journal.</source>
        <translation>Ein Schritt trainiert damit und kommt ins Journal.</translation>
    </message>
</context>
<context>
    <name>DataOptions</name>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Constant input 1</source>
        <translation>Konstante Eingabe 1</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>Rauschen</translation>
    </message>
    <message>
        <source>Test share</source>
        <translation>Testanteil</translation>
    </message>
    <message>
        <source>Data seed</source>
        <translation>Startwert Daten</translation>
    </message>
    <message>
        <source>m = {samples} to train on, {held} held out</source>
        <translation>m = {samples} zum Trainieren, {held} zurückgehalten</translation>
    </message>
    <message>
        <source>m = {samples} to train on, none held out</source>
        <translation>m = {samples} zum Trainieren, keine zurückgehalten</translation>
    </message>
    <message>
        <source>The pairs (x, y) to learn from. Another data set starts a new run with its own default hidden size and λ.</source>
        <translation>Die Paare (x, y), aus denen gelernt wird. Ein anderer Datensatz beginnt einen neuen Lauf mit seinen eigenen Vorgaben für l und λ.</translation>
    </message>
    <message>
        <source>&amp;Constant input 1</source>
        <translation>&amp;Konstante Eingabe 1</translation>
    </message>
    <message>
        <source>D&amp;ata set</source>
        <translation>Da&amp;tensatz</translation>
    </message>
    <message>
        <source>Sa&amp;mples</source>
        <translation>B&amp;eispiele</translation>
    </message>
    <message>
        <source>Number of samples</source>
        <translation>Zahl der Beispiele</translation>
    </message>
    <message>
        <source>Samples to generate, training and test set together.</source>
        <translation>Zahl der Beispiele, die erzeugt werden, Trainings- und Testdaten zusammen.</translation>
    </message>
    <message>
        <source>&amp;Noise</source>
        <translation>&amp;Rauschen</translation>
    </message>
    <message>
        <source>Standard deviation of the normal noise that is added, in the units of the points or, for a curve, of y. 0 means no noise.</source>
        <translation>Standardabweichung des normalverteilten Rauschens, das addiert wird, in der Einheit der Punkte oder, bei einer Kurve, von y. 0 bedeutet kein Rauschen.</translation>
    </message>
    <message>
        <source>&amp;Test share</source>
        <translation>Testa&amp;nteil</translation>
    </message>
    <message>
        <source>Share of the samples of each class that is held out for testing and never trained on, in per cent.</source>
        <translation>Anteil der Beispiele jeder Klasse, die zum Testen zurückgehalten werden und mit denen nie trainiert wird, in Prozent.</translation>
    </message>
    <message>
        <source>Fixes which samples are generated and which are held out: the same seed gives the same data. 0 to 2⁶³ − 1.</source>
        <translation>Legt fest, welche Beispiele erzeugt und welche zurückgehalten werden: Derselbe Startwert ergibt dieselben Daten. 0 bis 2⁶³ − 1.</translation>
    </message>
    <message>
        <source>Appends an input that is always 1. The network has no biases: the weights of this input take their place for the hidden units.</source>
        <translation>Hängt eine Eingabe an, die immer 1 ist. Das Netz hat keine Bias-Werte: Die Gewichte dieser Eingabe ersetzen sie bei den verborgenen Einheiten.</translation>
    </message>
</context>
<context>
    <name>DatasetForm</name>
    <message>
        <source>classes</source>
        <translation>Klassen</translation>
    </message>
    <message>
        <source>numbers (regression)</source>
        <translation>Zahlen (Regression)</translation>
    </message>
    <message>
        <source>as detected</source>
        <translation>wie erkannt</translation>
    </message>
    <message>
        <source>mean 0, variance 1</source>
        <translation>Mittel 0, Varianz 1</translation>
    </message>
    <message>
        <source>0 … 1</source>
        <translation>0 … 1</translation>
    </message>
    <message>
        <source>not scaled</source>
        <translation>nicht skaliert</translation>
    </message>
    <message>
        <source>to fit σ₂</source>
        <translation>passend zu σ₂</translation>
    </message>
    <message>
        <source>0.1 … 0.9</source>
        <translation>0,1 … 0,9</translation>
    </message>
    <message>
        <source>−0.8 … 0.8</source>
        <translation>−0,8 … 0,8</translation>
    </message>
    <message>
        <source>reject the file</source>
        <translation>die Datei ablehnen</translation>
    </message>
    <message>
        <source>leave out the row</source>
        <translation>die Zeile weglassen</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>default ({share} %)</source>
        <translation>Vorgabe ({share} %)</translation>
    </message>
    <message>
        <source>append 1 (bias)</source>
        <translation>1 anhängen (Bias)</translation>
    </message>
    <message>
        <source> GiB</source>
        <translation> GiB</translation>
    </message>
    <message>
        <source>detected: {what}</source>
        <translation>erkannt: {what}</translation>
    </message>
    <message>
        <source>by default names</source>
        <translation>nach üblichen Namen</translation>
    </message>
    <message>
        <source>Inputs and targets</source>
        <translation>Eingaben und Zielwerte</translation>
    </message>
    <message>
        <source>Inputs X</source>
        <translation>Eingaben X</translation>
    </message>
    <message>
        <source>The array of the inputs, one sample per row.</source>
        <translation>Das Array der Eingaben, ein Beispiel in jeder Zeile.</translation>
    </message>
    <message>
        <source>Targets y</source>
        <translation>Zielwerte y</translation>
    </message>
    <message>
        <source>The array of the targets, one per sample.</source>
        <translation>Das Array der Zielwerte, einer für jedes Beispiel.</translation>
    </message>
    <message>
        <source>Targets are</source>
        <translation>Zielwerte sind</translation>
    </message>
    <message>
        <source>Classes: one output per class, 0 or 1. Numbers: regression, scaled into the range of the outputs and shown in their original units.</source>
        <translation>Klassen: eine Ausgabe je Klasse, 0 oder 1. Zahlen: Regression, in den Bereich der Ausgaben skaliert und in ihrer ursprünglichen Einheit angezeigt.</translation>
    </message>
    <message>
        <source>Numeric targets</source>
        <translation>Numerische Zielwerte</translation>
    </message>
    <message>
        <source>How the targets of a regression are scaled, over the training set. To fit σ₂: 0.1 … 0.9 for the sigmoid, ReLU and softplus, −0.8 … 0.8 for tanh, mean 0 and variance 1 for the identity.</source>
        <translation>Wie die Zielwerte einer Regression über die Trainingsdaten skaliert werden. Passend zu σ₂: 0,1 … 0,9 bei Sigmoid, ReLU und Softplus, −0,8 … 0,8 bei tanh, Mittel 0 und Varianz 1 bei der Identität.</translation>
    </message>
    <message>
        <source>Numeric inputs</source>
        <translation>Numerische Eingaben</translation>
    </message>
    <message>
        <source>How each numeric column is scaled: to mean 0 and variance 1, to 0 … 1, both over the training set, or not at all.</source>
        <translation>Wie jede numerische Spalte skaliert wird: auf Mittel 0 und Varianz 1, auf 0 … 1, beides über die Trainingsdaten, oder gar nicht.</translation>
    </message>
    <message>
        <source>Constant input</source>
        <translation>Konstante Eingabe</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>Missing values</source>
        <translation>Fehlende Werte</translation>
    </message>
    <message>
        <source>What to do with a row in which a cell is empty, ?, NA or NaN.</source>
        <translation>Was mit einer Zeile geschieht, in der eine Zelle leer, ?, NA oder NaN ist.</translation>
    </message>
    <message>
        <source>Also missing</source>
        <translation>Auch fehlend</translation>
    </message>
    <message>
        <source>Further texts or numbers that say that a value is missing, separated by semicolons.</source>
        <translation>Weitere Texte oder Zahlen, die für einen fehlenden Wert stehen, durch Semikolon getrennt.</translation>
    </message>
    <message>
        <source>Test set</source>
        <translation>Testdaten</translation>
    </message>
    <message>
        <source>Share of the samples held out for testing, 0 to 95 %. Default: 20 %, or the separate test file if there is one. Leave empty for the default.</source>
        <translation>Anteil der Beispiele, die zum Testen zurückgehalten werden, 0 bis 95 %. Vorgabe: 20 % oder die eigene Testdatei, wenn es eine gibt. Für die Vorgabe leer lassen.</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Fixes which samples are held out, 0 to 2⁶³ − 1: the same seed holds out the same samples.</source>
        <translation>Legt fest, welche Beispiele zurückgehalten werden, 0 bis 2⁶³ − 1: bei gleichem Startwert dieselben.</translation>
    </message>
    <message>
        <source>One more input that is always 1: its weights take the place of biases, which the network does not have.</source>
        <translation>Eine weitere Eingabe, die immer 1 ist: Ihre Gewichte ersetzen die Bias-Werte, die das Netz nicht hat.</translation>
    </message>
    <message>
        <source>such as k.A.; -999</source>
        <translation>etwa k.A.; -999</translation>
    </message>
    <message>
        <source>Size limit</source>
        <translation>Größtmaß</translation>
    </message>
    <message>
        <source>Maximum size of the unpacked file, in GiB (2³⁰ bytes), 1 to 4096. It must fit into memory.</source>
        <translation>Größte erlaubte Größe der entpackten Datei, in GiB (2³⁰ Bytes), 1 bis 4096. Sie muss in den Speicher passen.</translation>
    </message>
    <message>
        <source>Size in pixels to which every picture is scaled, 1 to 1024 each.</source>
        <translation>Größe in Pixeln, auf die jedes Bild skaliert wird, je 1 bis 1024.</translation>
    </message>
    <message>
        <source>Height of the pictures</source>
        <translation>Höhe der Bilder</translation>
    </message>
    <message>
        <source>Width of the pictures</source>
        <translation>Breite der Bilder</translation>
    </message>
    <message>
        <source>Height × width</source>
        <translation>Höhe × Breite</translation>
    </message>
</context>
<context>
    <name>DebugActions</name>
    <message>
        <source>Check the gradient</source>
        <translation>Gradienten prüfen</translation>
    </message>
    <message>
        <source>Compare every weight&apos;s gradient with central differences of the loss, at this position and for the pair shown.</source>
        <translation>Den Gradienten jedes Gewichts mit zentralen Differenzen des Verlusts vergleichen, an dieser Position und für das gezeigte Paar.</translation>
    </message>
    <message>
        <source>Train with both gradient rules</source>
        <translation>Nach beiden Gradientenregeln trainieren</translation>
    </message>
    <message>
        <source>Train two branches from the same weights, one by the exact gradient, one by the note&apos;s printed formula, and compare them. Use the command again to stop.</source>
        <translation>Zwei Zweige von denselben Gewichten aus trainieren, einen mit dem exakten Gradienten, einen nach der gedruckten Formel des Skripts, und sie vergleichen. Den Befehl noch einmal geben, um aufzuhören.</translation>
    </message>
    <message>
        <source>Next phase</source>
        <translation>Nächste Phase</translation>
    </message>
    <message>
        <source>Step into: compute the next phase of this step, from drawing the pair to the update of the weights.</source>
        <translation>Hineingehen: die nächste Phase dieses Schritts ausführen, vom Ziehen des Paars bis zur Aktualisierung der Gewichte.</translation>
    </message>
    <message>
        <source>Phase back</source>
        <translation>Phase zurück</translation>
    </message>
    <message>
        <source>Undo the current phase, or the one before it; the reverse of Next phase.</source>
        <translation>Die aktuelle Phase oder die davor zurücknehmen; die Umkehrung von „Nächste Phase“.</translation>
    </message>
    <message>
        <source>Next row</source>
        <translation>Nächste Zeile</translation>
    </message>
    <message>
        <source>Compute one more row of a gradient or of the update; otherwise the next phase.</source>
        <translation>Eine weitere Zeile eines Gradienten oder der Aktualisierung berechnen; sonst die nächste Phase.</translation>
    </message>
    <message>
        <source>Row back</source>
        <translation>Zeile zurück</translation>
    </message>
    <message>
        <source>Undo one row; the reverse of Next row.</source>
        <translation>Eine Zeile zurücknehmen; die Umkehrung von „Nächste Zeile“.</translation>
    </message>
    <message>
        <source>Finish the step</source>
        <translation>Schritt beenden</translation>
    </message>
    <message>
        <source>Step out: complete the current step and stop before the next draw.</source>
        <translation>Herausgehen: den aktuellen Schritt zu Ende führen und vor dem nächsten Ziehen anhalten.</translation>
    </message>
    <message>
        <source>To the beginning of the step</source>
        <translation>An den Anfang des Schritts</translation>
    </message>
    <message>
        <source>Undo all phases of the current step; the reverse of Finish the step.</source>
        <translation>Alle Phasen des aktuellen Schritts zurücknehmen; die Umkehrung von „Schritt beenden“.</translation>
    </message>
    <message>
        <source>Run back to the last hit</source>
        <translation>Zurück zum letzten Treffer</translation>
    </message>
    <message>
        <source>Go back to the last step that hits a breakpoint, or to step 0; the reverse of Run.</source>
        <translation>Zurück zum letzten Schritt, der einen Haltepunkt trifft, sonst zu Schritt 0; die Umkehrung von „Laufen lassen“.</translation>
    </message>
    <message>
        <source>Find steps</source>
        <translation>Schritte finden</translation>
    </message>
    <message>
        <source>Type a condition; the steps of this branch that meet it are found in the past.</source>
        <translation>Eine Bedingung eingeben; die Schritte dieses Zweigs, die sie erfüllen, werden in der Vergangenheit gefunden.</translation>
    </message>
    <message>
        <source>Next step found</source>
        <translation>Nächster gefundener Schritt</translation>
    </message>
    <message>
        <source>Go to the next of the steps that were found.</source>
        <translation>Zum nächsten der gefundenen Schritte gehen.</translation>
    </message>
    <message>
        <source>Previous step found</source>
        <translation>Vorheriger gefundener Schritt</translation>
    </message>
    <message>
        <source>Go back to the step found before this one.</source>
        <translation>Zum gefundenen Schritt vor diesem zurückgehen.</translation>
    </message>
    <message>
        <source>Breakpoint on this sample</source>
        <translation>Haltepunkt auf diesem Beispiel</translation>
    </message>
    <message>
        <source>Stop before the update of every step that trains on the sample shown. Use the command again to remove the breakpoint.</source>
        <translation>Vor der Aktualisierung jedes Schritts anhalten, der mit dem gezeigten Beispiel trainiert. Den Befehl noch einmal geben, um den Haltepunkt zu entfernen.</translation>
    </message>
    <message>
        <source>Remove all breakpoints</source>
        <translation>Alle Haltepunkte entfernen</translation>
    </message>
    <message>
        <source>Remove all breakpoints.</source>
        <translation>Alle Haltepunkte entfernen.</translation>
    </message>
    <message>
        <source>Watch the selected weight</source>
        <translation>Ausgewähltes Gewicht beobachten</translation>
    </message>
    <message>
        <source>Follow the selected weight through the run: its value, what the last step made of it, its curve.</source>
        <translation>Das ausgewählte Gewicht durch den Lauf verfolgen: seinen Wert, was der letzte Schritt daraus gemacht hat, seine Kurve.</translation>
    </message>
    <message>
        <source>Train on this sample next</source>
        <translation>Als Nächstes mit diesem Beispiel trainieren</translation>
    </message>
    <message>
        <source>Train the current step on the sample shown instead of the one drawn.</source>
        <translation>Den aktuellen Schritt mit dem gezeigten Beispiel statt mit dem gezogenen trainieren.</translation>
    </message>
    <message>
        <source>Keep training on this sample</source>
        <translation>Weiter mit diesem Beispiel trainieren</translation>
    </message>
    <message>
        <source>Train every step on the sample shown. Use the command again to draw samples again.</source>
        <translation>Jeden Schritt mit dem gezeigten Beispiel trainieren. Den Befehl noch einmal geben, um wieder Beispiele zu ziehen.</translation>
    </message>
    <message>
        <source>Skip the sample of this step</source>
        <translation>Beispiel dieses Schritts auslassen</translation>
    </message>
    <message>
        <source>Leave out the pair drawn for the current step; the next draw takes its place.</source>
        <translation>Das Paar auslassen, das für den aktuellen Schritt gezogen wurde; das nächste gezogene tritt an seine Stelle.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Which samples made this weight</source>
        <translation>Welche Beispiele dieses Gewicht gemacht haben</translation>
    </message>
    <message>
        <source>Replay the run up to here, and show what each sample added to the selected weight, its row or its unit.</source>
        <translation>Den Lauf bis hierher nachspielen und zeigen, was jedes Beispiel zum ausgewählten Gewicht, zu seiner Zeile oder seiner Einheit hinzugefügt hat.</translation>
    </message>
    <message>
        <source>step {left} → {reached}</source>
        <translation>Schritt {left} → {reached}</translation>
    </message>
    <message>
        <source>{action} {change}</source>
        <translation>{action}: {change}</translation>
    </message>
    <message>
        <source>Undone: {change}; at step {step}</source>
        <translation>Rückgängig gemacht: {change}; bei Schritt {step}</translation>
    </message>
    <message>
        <source>Redone: {change}; at step {step}</source>
        <translation>Wiederhergestellt: {change}; bei Schritt {step}</translation>
    </message>
    <message>
        <source>No step before step {step} is listed; the first is {end}.</source>
        <translation>Vor Schritt {step} ist keiner aufgelistet; der erste ist {end}.</translation>
    </message>
    <message>
        <source>No step after step {step} is listed; the last is {end}.</source>
        <translation>Nach Schritt {step} ist keiner aufgelistet; der letzte ist {end}.</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Go back to where the last change was made, without it. What was trained with it is kept as a branch. After a drag of the timeline, return to where it began; after a deletion, bring the branches back.</source>
        <translation>Dorthin zurück, wo die letzte Änderung war, ohne sie. Was mit ihr trainiert wurde, bleibt als Zweig. Nach einem Zug an der Zeitleiste dorthin zurück, wo er begann; nach einem Löschen kommen die Zweige wieder.</translation>
    </message>
    <message>
        <source>Redo the change that was undone last.</source>
        <translation>Die zuletzt zurückgenommene Änderung wiederholen.</translation>
    </message>
</context>
<context>
    <name>DebuggerHeader</name>
    <message>
        <source>Follow the run</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>Show the current phase and row of the run</source>
        <translation>Die aktuelle Phase und Zeile des Laufs zeigen</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Row or entry whose numbers are shown, counted from {first}; ↑ and ↓ change it</source>
        <translation>Zeile oder Eintrag, deren Zahlen gezeigt werden, ab {first} gezählt; ↑ und ↓ ändern sie</translation>
    </message>
    <message>
        <source>Deselect the weight and show the current row</source>
        <translation>Das Gewicht abwählen und die aktuelle Zeile zeigen</translation>
    </message>
    <message>
        <source>Deselect the weight</source>
        <translation>Das Gewicht abwählen</translation>
    </message>
</context>
<context>
    <name>DebuggerPanel</name>
    <message>
        <source>row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Preview of step {step}</source>
        <translation>Vorschau auf Schritt {step}</translation>
    </message>
    <message>
        <source>{range}: row {row} of {matrix}</source>
        <translation>{range}: Zeile {row} von {matrix}</translation>
    </message>
    <message>
        <source>row {letter}</source>
        <translation>Zeile {letter}</translation>
    </message>
    <message>
        <source>entry {letter}</source>
        <translation>Eintrag {letter}</translation>
    </message>
    <message>
        <source>In step {step}, next: {phase}, row {row} {range}</source>
        <translation>In Schritt {step} als Nächstes: {phase}, Zeile {row} {range}</translation>
    </message>
    <message>
        <source>In step {step}, next: {phase}</source>
        <translation>In Schritt {step} als Nächstes: {phase}</translation>
    </message>
    <message>
        <source>As printed in the note, which is wrong: a vector of ones takes the place of column k of W₂. W₁ₖh, which exists only for n = l, is read as W₁ₖx.</source>
        <translation>Wie im Skript gedruckt, und das ist falsch: Ein Vektor aus Einsen steht an der Stelle von Spalte k von W₂. W₁ₖh, das es nur für n = l gibt, wird als W₁ₖx gelesen.</translation>
    </message>
    <message>
        <source>Chain rule of {weight}</source>
        <translation>Kettenregel für {weight}</translation>
    </message>
    <message>
        <source>Computed last: {phase}</source>
        <translation>Zuletzt berechnet: {phase}</translation>
    </message>
</context>
<context>
    <name>DetectedProperties</name>
    <message>
        <source>Detected</source>
        <translation>Erkannt</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>{inputs} and the constant 1</source>
        <translation>{inputs} und die konstante 1</translation>
    </message>
    <message>
        <source>Network {n} → {l} → {outputs}: {parts}.</source>
        <translation>Netz {n} → {l} → {outputs}: {parts}.</translation>
    </message>
    <message>
        <source>Network {n} → {l} → {outputs} as far as was looked: {parts}.</source>
        <translation>Netz {n} → {l} → {outputs} nach den bisher gelesenen Zeilen: {parts}.</translation>
    </message>
</context>
<context>
    <name>DifferenceView</name>
    <message>
        <source>Point at an entry to read it.</source>
        <translation>Auf einen Eintrag zeigen, um ihn abzulesen.</translation>
    </message>
    <message>
        <source>one tile per hidden unit k; the constant input below it</source>
        <translation>eine Kachel je verborgener Einheit k; darunter die konstante Eingabe</translation>
    </message>
</context>
<context>
    <name>Differences</name>
    <message>
        <source>Show the difference of {symbol}</source>
        <translation>Die Differenz von {symbol} zeigen</translation>
    </message>
    <message>
        <source>Difference {symbol} of the two positions</source>
        <translation>Differenz {symbol} der beiden Positionen</translation>
    </message>
    <message>
        <source>{symbol}: the weights at the second position minus those at the first; 0 is the middle of the colour scale. Click: select the weight.</source>
        <translation>{symbol}: die Gewichte an der zweiten Position minus die an der ersten; 0 ist die Mitte der Farbskala. Klick: das Gewicht auswählen.</translation>
    </message>
    <message>
        <source>{symbol} cannot be drawn: the matrices have different sizes.</source>
        <translation>{symbol} lässt sich nicht zeichnen: Die Matrizen sind verschieden groß.</translation>
    </message>
</context>
<context>
    <name>DifferencesModel</name>
    <message>
        <source>differs</source>
        <translation>verschieden</translation>
    </message>
</context>
<context>
    <name>DifferencesTable</name>
    <message>
        <source>Settings in which the branches differ</source>
        <translation>Einstellungen, in denen sich die Zweige unterscheiden</translation>
    </message>
    <message>
        <source>Settings of the runs and of their data that differ, then the changes that were made on one branch alone, each with the step from which it acts.</source>
        <translation>Einstellungen der Läufe und ihrer Daten, die verschieden sind, dann die Änderungen, die nur auf einem der Zweige gemacht wurden, jede mit dem Schritt, ab dem sie wirkt.</translation>
    </message>
    <message>
        <source>settings, data and changes</source>
        <translation>Einstellungen, Daten und Änderungen</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>gleich</translation>
    </message>
</context>
<context>
    <name>DockActions</name>
    <message>
        <source>Whole window</source>
        <translation>Ganzes Fenster</translation>
    </message>
    <message>
        <source>Give the panel used last the whole window; again, all panels are back. A double click on its tab or title does the same.</source>
        <translation>Dem zuletzt benutzten Bereich das ganze Fenster geben; noch einmal, und alle Bereiche sind wieder da. Ein Doppelklick auf seinen Reiter oder Titel tut dasselbe.</translation>
    </message>
    <message>
        <source>Float</source>
        <translation>Abdocken</translation>
    </message>
    <message>
        <source>Let the panel used last float above the window, or dock it again. A tab or title can also be dragged to another place.</source>
        <translation>Den zuletzt benutzten Bereich über dem Fenster schweben lassen oder wieder andocken. Reiter und Titel lassen sich auch an einen anderen Platz ziehen.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Take the panel used last out of the window; View ▸ Panels has it back.</source>
        <translation>Den zuletzt benutzten Bereich aus dem Fenster nehmen; Ansicht ▸ Bereiche holt ihn zurück.</translation>
    </message>
    <message>
        <source>{what}: {panel}</source>
        <translation>{what}: {panel}</translation>
    </message>
    <message>
        <source>Back to all panels</source>
        <translation>Zurück zu allen Bereichen</translation>
    </message>
    <message>
        <source>Dock again</source>
        <translation>Wieder andocken</translation>
    </message>
</context>
<context>
    <name>DockTitle</name>
    <message>
        <source>Close; reopen it from the View menu</source>
        <translation>Schließen; über das Menü „Ansicht“ wieder öffnen</translation>
    </message>
    <message>
        <source>Back to all panels; so does a double click on this bar</source>
        <translation>Zurück zu allen Bereichen; ebenso mit einem Doppelklick auf diese Leiste</translation>
    </message>
    <message>
        <source>Give it the whole window; so does a double click on this bar</source>
        <translation>Ihm das ganze Fenster geben; ebenso mit einem Doppelklick auf diese Leiste</translation>
    </message>
    <message>
        <source>Dock again</source>
        <translation>Wieder andocken</translation>
    </message>
    <message>
        <source>Float</source>
        <translation>Abdocken</translation>
    </message>
</context>
<context>
    <name>Docks</name>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Debug</source>
        <translation>Debuggen</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>Präsentieren</translation>
    </message>
    <message>
        <source>Explore</source>
        <translation>Erkunden</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Panels in this place</source>
        <translation>Bereiche an diesem Platz</translation>
    </message>
    <message>
        <source>Choose the panel to show in this place. Drag its tab to another place, or click it twice for the whole window; the right button has a menu.</source>
        <translation>Den Bereich wählen, der an diesem Platz zu sehen ist. Sein Reiter lässt sich an einen anderen Platz ziehen; ein Doppelklick gibt ihm das ganze Fenster, die rechte Taste hat ein Menü.</translation>
    </message>
</context>
<context>
    <name>DrawCanvas</name>
    <message>
        <source>Canvas</source>
        <translation>Zeichenfläche</translation>
    </message>
    <message>
        <source>Draw here with the mouse, a pen or a finger. Keys: the arrows move the pen, with Shift in small steps; Home, End, Page Up and Page Down move it diagonally; Space lowers and lifts it; Delete clears; Ctrl+Z undoes.</source>
        <translation>Hier mit Maus, Stift oder Finger zeichnen. Tasten: Die Pfeile bewegen den Stift, mit Umschalt in kleinen Schritten; Pos1, Ende, Bild auf und Bild ab bewegen ihn schräg; die Leertaste setzt ihn auf und hebt ihn ab; Entf leert die Fläche; Strg+Z macht rückgängig.</translation>
    </message>
    <message>
        <source>Draw here</source>
        <translation>Hier zeichnen</translation>
    </message>
</context>
<context>
    <name>DrawPanel</name>
    <message>
        <source>a drawing as {name}</source>
        <translation>eine Zeichnung als {name}</translation>
    </message>
    <message>
        <source>custom inputs as {name}</source>
        <translation>eigene Eingaben als {name}</translation>
    </message>
</context>
<context>
    <name>DrawTools</name>
    <message>
        <source>Pen</source>
        <translation>Stift</translation>
    </message>
    <message>
        <source>Draw ink</source>
        <translation>Farbe auftragen</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>Radierer</translation>
    </message>
    <message>
        <source>Erase ink</source>
        <translation>Farbe entfernen</translation>
    </message>
    <message>
        <source>Thickness</source>
        <translation>Dicke</translation>
    </message>
    <message>
        <source>How thick pen and eraser draw, from 1 to 25 % of the canvas. The default makes strokes as thick as those of the data.</source>
        <translation>Wie dick Stift und Radierer zeichnen, von 1 bis 25 % der Fläche. Die Vorgabe macht Striche so dick wie die der Daten.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Undo the last stroke, pasted sample or clearing.</source>
        <translation>Den letzten Strich, das zuletzt eingefügte Beispiel oder das letzte Leeren rückgängig machen.</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Redo what was undone last.</source>
        <translation>Wiederholen, was zuletzt rückgängig gemacht wurde.</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Clear the canvas. It can be undone.</source>
        <translation>Die Zeichenfläche leeren. Lässt sich rückgängig machen.</translation>
    </message>
    <message>
        <source>Paste sample</source>
        <translation>Beispiel einfügen</translation>
    </message>
    <message>
        <source>Copy the current sample to the canvas, to change it. It can be undone.</source>
        <translation>Das aktuelle Beispiel auf die Zeichenfläche kopieren, um es zu verändern. Lässt sich rückgängig machen.</translation>
    </message>
    <message>
        <source>Show network input</source>
        <translation>Eingabe des Netzes zeigen</translation>
    </message>
    <message>
        <source>Show beside the canvas what the network sees: the drawing after preprocessing, one square per input.</source>
        <translation>Neben der Zeichenfläche zeigen, was das Netz sieht: die Zeichnung nach der Vorverarbeitung, ein Quadrat je Eingabe.</translation>
    </message>
    <message>
        <source>Preprocess as MNIST</source>
        <translation>Wie MNIST vorverarbeiten</translation>
    </message>
</context>
<context>
    <name>ErrorPart</name>
    <message>
        <source>Relative errors of the gradient of {symbol}</source>
        <translation>Relative Fehler des Gradienten von {symbol}</translation>
    </message>
    <message>
        <source>Relative error |closed form − difference| / max(|closed form|, |difference|) of every weight of {symbol}, as colours on a logarithmic scale. A gradient below a ten-thousandth of the largest one is divided by that ten-thousandth instead. Click a weight to select it; by keys: Enter selects, arrows move.</source>
        <translation>Relativer Fehler |geschlossene Form − Differenz| / max(|geschlossene Form|, |Differenz|) jedes Gewichts von {symbol}, als Farben auf logarithmischer Skala. Ein Gradient unter einem Zehntausendstel des größten wird stattdessen durch dieses Zehntausendstel geteilt. Klick auf ein Gewicht wählt es aus; mit Tasten: Eingabetaste wählt aus, Pfeile bewegen.</translation>
    </message>
</context>
<context>
    <name>ErrorView</name>
    <message>
        <source>{place} at a kink of ReLU; closed form {analytic}, difference {numeric}, s = {s}</source>
        <translation>{place} an einem Knick von ReLU; geschlossene Form {analytic}, Differenz {numeric}, s = {s}</translation>
    </message>
    <message>
        <source>{place} lost in rounding; closed form {analytic}, difference {numeric}, s = {s}</source>
        <translation>{place} im Runden verloren; geschlossene Form {analytic}, Differenz {numeric}, s = {s}</translation>
    </message>
    <message>
        <source>{place} not compared</source>
        <translation>{place} nicht verglichen</translation>
    </message>
    <message>
        <source>{place} relative error {error}; closed form {analytic}, difference {numeric}, s = {s}</source>
        <translation>{place} relativer Fehler {error}; geschlossene Form {analytic}, Differenz {numeric}, s = {s}</translation>
    </message>
</context>
<context>
    <name>EvaluationFigures</name>
    <message>
        <source>training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>On the samples that the network is trained on</source>
        <translation>Auf den Beispielen, mit denen das Netz trainiert wird</translation>
    </message>
    <message>
        <source>test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>On the samples held out, which the network is never trained on</source>
        <translation>Auf den zurückgehaltenen Beispielen, mit denen es nie trainiert wird</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>Differenz</translation>
    </message>
    <message>
        <source>Test minus training: how much worse the network is on samples that it was not trained on. Accuracies in percentage points.</source>
        <translation>Test minus Training: wie viel schlechter das Netz auf Beispielen ist, mit denen es nicht trainiert wurde. Genauigkeiten in Prozentpunkten.</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>mean loss</source>
        <translation>mittlerer Verlust</translation>
    </message>
    <message>
        <source>Share of the samples that are classified correctly, in per cent</source>
        <translation>Anteil der richtig klassifizierten Beispiele, in Prozent</translation>
    </message>
    <message>
        <source>Mean of the loss ‖f − y‖² over the samples</source>
        <translation>Mittel des Verlusts ‖f − y‖² über die Beispiele</translation>
    </message>
    <message>
        <source>{points} points</source>
        <translation>{points} Punkte</translation>
    </message>
    <message>
        <source>Training and test figures are from different steps.</source>
        <translation>Trainings- und Testwerte stammen aus verschiedenen Schritten.</translation>
    </message>
    <message>
        <source>Training and test figures are from steps too far apart to compare.</source>
        <translation>Trainings- und Testwerte stammen aus Schritten, die für einen Vergleich zu weit auseinanderliegen.</translation>
    </message>
    <message>
        <source>{name}, at step {step}</source>
        <translation>{name}, in Schritt {step}</translation>
    </message>
    <message>
        <source>{name}, step {step}</source>
        <translation>{name}, Schritt {step}</translation>
    </message>
    <message>
        <source>Evaluated after step {step}; the run is at step {now}.</source>
        <translation>Ausgewertet nach Schritt {step}; der Lauf ist bei Schritt {now}.</translation>
    </message>
</context>
<context>
    <name>EvaluationHeader</name>
    <message>
        <source>confusion</source>
        <translation>Konfusion</translation>
    </message>
    <message>
        <source>over time</source>
        <translation>im Verlauf</translation>
    </message>
    <message>
        <source>Accuracy and mean loss on training and test set, along the steps</source>
        <translation>Genauigkeit und mittlerer Verlust auf Trainings- und Testdaten, im Verlauf der Schritte</translation>
    </message>
    <message>
        <source>worst</source>
        <translation>schlechteste</translation>
    </message>
    <message>
        <source>The samples with the largest losses</source>
        <translation>Die Beispiele mit den größten Verlusten</translation>
    </message>
    <message>
        <source>training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Show the samples that the network is trained on</source>
        <translation>Die Beispiele zeigen, mit denen trainiert wird</translation>
    </message>
    <message>
        <source>test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Show the samples held out, which the network is never trained on</source>
        <translation>Die zurückgehaltenen Beispiele zeigen, mit denen nie trainiert wird</translation>
    </message>
    <message>
        <source>Predicted against true values, one point per sample</source>
        <translation>Vorhergesagte gegen wahre Werte, ein Punkt für jedes Beispiel</translation>
    </message>
    <message>
        <source>How many samples of each class are predicted as which class</source>
        <translation>Wie viele Beispiele jeder Klasse als welche Klasse vorhergesagt werden</translation>
    </message>
    <message>
        <source>predictions</source>
        <translation>Vorhersagen</translation>
    </message>
</context>
<context>
    <name>EvaluationPanel</name>
    <message>
        <source>Computing…</source>
        <translation>Wird berechnet…</translation>
    </message>
    <message>
        <source>There is no test set: no samples were held out.</source>
        <translation>Es gibt keine Testdaten: Keine Beispiele wurden zurückgehalten.</translation>
    </message>
</context>
<context>
    <name>EvaluationPlot</name>
    <message>
        <source>mean loss</source>
        <translation>mittlerer Verlust</translation>
    </message>
    <message>
        <source>accuracy (%)</source>
        <translation>Genauigkeit (%)</translation>
    </message>
    <message>
        <source>Computing…</source>
        <translation>Wird berechnet…</translation>
    </message>
    <message>
        <source>step {step}</source>
        <translation>Schritt {step}</translation>
    </message>
</context>
<context>
    <name>EvaluationPoints</name>
    <message>
        <source>test set</source>
        <translation>Testdaten</translation>
    </message>
    <message>
        <source>training set</source>
        <translation>Trainingsdaten</translation>
    </message>
    <message>
        <source>{name} at step {step}: loss {loss}</source>
        <translation>{name} in Schritt {step}: Verlust {loss}</translation>
    </message>
    <message>
        <source>{name} at step {step}: loss {loss}, accuracy {accuracy}</source>
        <translation>{name} in Schritt {step}: Verlust {loss}, Genauigkeit {accuracy}</translation>
    </message>
</context>
<context>
    <name>EvaluationTime</name>
    <message>
        <source>Accuracy and mean loss along the steps</source>
        <translation>Genauigkeit und mittlerer Verlust im Verlauf der Schritte</translation>
    </message>
    <message>
        <source>Mean of the loss ‖f − y‖² over all samples of the training and the test set (lines, left axis), and the accuracy (dashed, right axis), at the steps where both were evaluated. Click: go to that step. Wheel or drag: zoom. Shift and drag: move along. Double click: whole run. Right click: copy.</source>
        <translation>Mittel des Verlusts ‖f − y‖² über alle Beispiele der Trainings- und der Testdaten (Linien, linke Achse) und die Genauigkeit (gestrichelt, rechte Achse) in den Schritten, in denen beide ausgewertet wurden. Klick: zu diesem Schritt. Mausrad oder Ziehen: zoomen. Umschalt und Ziehen: verschieben. Doppelklick: ganzer Lauf. Rechtsklick: kopieren.</translation>
    </message>
    <message>
        <source>log loss</source>
        <translation>log Verlust</translation>
    </message>
    <message>
        <source>Logarithmic loss axis: equal ratios get equal room.</source>
        <translation>Logarithmische Verlustachse: Gleiche Verhältnisse bekommen gleich viel Platz.</translation>
    </message>
    <message>
        <source>train</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>dashed: accuracy</source>
        <translation>gestrichelt: Genauigkeit</translation>
    </message>
    <message>
        <source>mean loss:</source>
        <translation>mittlerer Verlust:</translation>
    </message>
    <message>
        <source>accuracy:</source>
        <translation>Genauigkeit:</translation>
    </message>
</context>
<context>
    <name>ExportActions</name>
    <message>
        <source>Table (CSV)</source>
        <translation>Tabelle (CSV)</translation>
    </message>
    <message>
        <source>NumPy arrays (NPZ)</source>
        <translation>NumPy-Arrays (NPZ)</translation>
    </message>
    <message>
        <source>Losses of every step…</source>
        <translation>Verluste jedes Schritts…</translation>
    </message>
    <message>
        <source>Write loss, both gradient magnitudes, λ and sample of every step of this branch, with all digits, as CSV or NPZ.</source>
        <translation>Verlust, beide Gradientenbeträge, λ und Beispiel jedes Schritts dieses Zweigs mit allen Stellen als CSV oder NPZ schreiben.</translation>
    </message>
    <message>
        <source>Evaluations…</source>
        <translation>Auswertungen…</translation>
    </message>
    <message>
        <source>Write mean loss and accuracy of both sets along this branch as CSV.</source>
        <translation>Mittleren Verlust und Genauigkeit beider Mengen entlang dieses Zweigs als CSV schreiben.</translation>
    </message>
    <message>
        <source>Journal…</source>
        <translation>Journal…</translation>
    </message>
    <message>
        <source>Write what was changed along this branch as CSV.</source>
        <translation>Was entlang dieses Zweigs geändert wurde als CSV schreiben.</translation>
    </message>
    <message>
        <source>Samples…</source>
        <translation>Beispiele…</translation>
    </message>
    <message>
        <source>Write every sample of both sets, with what the network says of it, as CSV.</source>
        <translation>Jedes Beispiel beider Mengen, mit dem, was das Netz dazu sagt, als CSV schreiben.</translation>
    </message>
    <message>
        <source>Listed samples…</source>
        <translation>Aufgelistete Beispiele…</translation>
    </message>
    <message>
        <source>Write the samples that the panel Samples lists, in its order, as CSV.</source>
        <translation>Die Beispiele, die das Feld „Beispiele“ auflistet, in seiner Reihenfolge als CSV schreiben.</translation>
    </message>
    <message>
        <source>Custom pairs…</source>
        <translation>Eigene Paare…</translation>
    </message>
    <message>
        <source>Write the pairs that you made as CSV.</source>
        <translation>Die Paare, die Sie gemacht haben, als CSV schreiben.</translation>
    </message>
    <message>
        <source>Weights…</source>
        <translation>Gewichte…</translation>
    </message>
    <message>
        <source>Write W₁ and W₂ at this position as NPZ, safetensors, ONNX or CSV.</source>
        <translation>W₁ und W₂ an dieser Stelle als NPZ, safetensors, ONNX oder CSV schreiben.</translation>
    </message>
    <message>
        <source>Step as a script…</source>
        <translation>Schritt als Skript…</translation>
    </message>
    <message>
        <source>Write the step at hand as a Python program for NumPy or PyTorch, which takes it and asserts the numbers shown.</source>
        <translation>Den Schritt, bei dem der Lauf steht, als Python-Programm für NumPy oder PyTorch schreiben, das ihn ausführt und die gezeigten Zahlen nachprüft.</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Written: {name}</source>
        <translation>Geschrieben: {name}</translation>
    </message>
    <message>
        <source>Export losses of every step</source>
        <translation>Verluste jedes Schritts exportieren</translation>
    </message>
    <message>
        <source>Export evaluations</source>
        <translation>Auswertungen exportieren</translation>
    </message>
    <message>
        <source>Export journal</source>
        <translation>Journal exportieren</translation>
    </message>
    <message>
        <source>Export samples</source>
        <translation>Beispiele exportieren</translation>
    </message>
    <message>
        <source>Export custom pairs</source>
        <translation>Eigene Paare exportieren</translation>
    </message>
    <message>
        <source>Export weights</source>
        <translation>Gewichte exportieren</translation>
    </message>
    <message>
        <source>Export step</source>
        <translation>Schritt exportieren</translation>
    </message>
</context>
<context>
    <name>ExportProgress</name>
    <message>
        <source>{words}, {seconds} s left</source>
        <translation>{words}, noch {seconds} s</translation>
    </message>
    <message>
        <source>Writing {name}</source>
        <translation>{name} wird geschrieben</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
</context>
<context>
    <name>Figure</name>
    <message>
        <source>exact gradient</source>
        <translation>exakter Gradient</translation>
    </message>
    <message>
        <source>gradient as printed</source>
        <translation>Gradient wie gedruckt</translation>
    </message>
    <message>
        <source>next: {phase}</source>
        <translation>als Nächstes: {phase}</translation>
    </message>
    <message>
        <source>step {step}</source>
        <translation>Schritt {step}</translation>
    </message>
</context>
<context>
    <name>FigureActions</name>
    <message>
        <source>Figure…</source>
        <translation>Abbildung…</translation>
    </message>
    <message>
        <source>Save what the panel at hand shows as SVG, PDF or PNG, with title, legend, axes and the circumstances of the run.</source>
        <translation>Speichert, was der aktuelle Bereich zeigt, als SVG, PDF oder PNG, mit Titel, Legende, Achsen und den Umständen des Laufs.</translation>
    </message>
    <message>
        <source>Whole window…</source>
        <translation>Ganzes Fenster…</translation>
    </message>
    <message>
        <source>Save a picture of the whole window as SVG, PDF or PNG.</source>
        <translation>Speichert ein Bild des ganzen Fensters als SVG, PDF oder PNG.</translation>
    </message>
    <message>
        <source>Animation…</source>
        <translation>Animation…</translation>
    </message>
    <message>
        <source>Save what the panel at hand, or the window, shows along a stretch of the run as GIF or APNG. The run stays where it is.</source>
        <translation>Speichert, was der aktuelle Bereich oder das Fenster entlang einer Strecke des Laufs zeigt, als GIF oder APNG. Der Lauf bleibt, wo er ist.</translation>
    </message>
    <message>
        <source>There is nothing to draw yet. Wait for the data.</source>
        <translation>Es gibt noch nichts zu zeichnen. Auf die Daten warten.</translation>
    </message>
    <message>
        <source>Whole window</source>
        <translation>Ganzes Fenster</translation>
    </message>
    <message>
        <source>window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>An animation is being written. Wait for it, or cancel it first.</source>
        <translation>Eine Animation wird gerade geschrieben. Darauf warten, oder sie zuerst abbrechen.</translation>
    </message>
    <message>
        <source>Export animation</source>
        <translation>Animation exportieren</translation>
    </message>
    <message>
        <source>{name} is no animation. Choose a name that ends in .gif or .apng.</source>
        <translation>{name} ist keine Animation. Einen Namen wählen, der auf .gif oder .apng endet.</translation>
    </message>
    <message>
        <source>Animation written: {name}</source>
        <translation>Animation geschrieben: {name}</translation>
    </message>
    <message>
        <source>Export figure</source>
        <translation>Abbildung exportieren</translation>
    </message>
    <message>
        <source>{name} is no figure. Choose a name that ends in .svg, .pdf or .png.</source>
        <translation>{name} ist keine Abbildung. Einen Namen wählen, der auf .svg, .pdf oder .png endet.</translation>
    </message>
    <message>
        <source>A picture of {size} pixels is too large. Choose a smaller size or resolution.</source>
        <translation>Ein Bild von {size} Pixeln ist zu groß. Eine kleinere Größe oder Auflösung wählen.</translation>
    </message>
    <message>
        <source>Figure written: {name}</source>
        <translation>Abbildung geschrieben: {name}</translation>
    </message>
</context>
<context>
    <name>FigureDialog</name>
    <message>
        <source>A panel in sight, or the whole window.</source>
        <translation>Ein sichtbarer Bereich oder das ganze Fenster.</translation>
    </message>
    <message>
        <source>Export figure</source>
        <translation>Abbildung exportieren</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Abbildung</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Höhe</translation>
    </message>
    <message>
        <source>Height of the figure.</source>
        <translation>Höhe der Abbildung.</translation>
    </message>
    <message>
        <source>JPEG (pixels)</source>
        <translation>JPEG (Pixel)</translation>
    </message>
    <message>
        <source>Light suits paper, dark suits dark slides.</source>
        <translation>Hell passt zu Papier, dunkel zu dunklen Folien.</translation>
    </message>
    <message>
        <source>PDF (vector)</source>
        <translation>PDF (Vektor)</translation>
    </message>
    <message>
        <source>PNG (pixels)</source>
        <translation>PNG (Pixel)</translation>
    </message>
    <message>
        <source>Pixels in an inch of a picture: 96 for the screen, 300 for print.</source>
        <translation>Pixel je Zoll eines Bildes: 96 für den Bildschirm, 300 für den Druck.</translation>
    </message>
    <message>
        <source>Pixels of 1/96 inch, as browsers count them, or centimetres on paper.</source>
        <translation>Pixel von 1/96 Zoll, wie Browser sie zählen, oder Zentimeter auf Papier.</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>Auflösung</translation>
    </message>
    <message>
        <source>SVG (vector)</source>
        <translation>SVG (Vektor)</translation>
    </message>
    <message>
        <source>SVG and PDF keep lines and letters sharp at any size; PNG is made of pixels.</source>
        <translation>SVG und PDF halten Linien und Buchstaben in jeder Größe scharf; PNG besteht aus Pixeln.</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>Width of the figure. Text stays as large as it is: a smaller figure has less room for curves.</source>
        <translation>Breite der Abbildung. Die Schrift bleibt so groß, wie sie ist: Eine kleinere Abbildung hat weniger Platz für Kurven.</translation>
    </message>
    <message>
        <source>as on the screen</source>
        <translation>wie auf dem Bildschirm</translation>
    </message>
    <message>
        <source>cm</source>
        <translation>cm</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>dunkel</translation>
    </message>
    <message>
        <source>light</source>
        <translation>hell</translation>
    </message>
    <message>
        <source>pixels</source>
        <translation>Pixel</translation>
    </message>
    <message>
        <source>{n} dpi</source>
        <translation>{n} dpi</translation>
    </message>
</context>
<context>
    <name>FigurePage</name>
    <message>
        <source>rows {first}–{last} of {all}</source>
        <translation>Zeilen {first}–{last} von {all}</translation>
    </message>
    <message>
        <source>{first}–{last} % of its height</source>
        <translation>{first}–{last} % der Höhe</translation>
    </message>
    <message>
        <source>columns {first}–{last} of {all}</source>
        <translation>Spalten {first}–{last} von {all}</translation>
    </message>
</context>
<context>
    <name>FileActions</name>
    <message>
        <source>Open folder of pictures…</source>
        <translation>Bilderordner öffnen…</translation>
    </message>
    <message>
        <source>Open a folder with a subfolder of pictures (PNG, JPEG) for each class.</source>
        <translation>Einen Ordner öffnen, der für jede Klasse einen Unterordner mit Bildern (PNG, JPEG) hat.</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Öffnen …</translation>
    </message>
    <message>
        <source>Open a saved run (.bpviz), a table (CSV, TSV), or an IDX, NPZ or NPY file.</source>
        <translation>Einen gespeicherten Lauf (.bpviz), eine Tabelle (CSV, TSV) oder eine IDX-, NPZ- oder NPY-Datei öffnen.</translation>
    </message>
    <message>
        <source>New run from weights…</source>
        <translation>Neuer Lauf mit Gewichten…</translation>
    </message>
    <message>
        <source>Begin a new run of this data with the weights in a file (NPZ, safetensors, ONNX or CSV), the matrices W1 (l, n) and W2 (d, l), or with those that a saved run kept.</source>
        <translation>Einen neuen Lauf mit diesen Daten und den Gewichten einer Datei beginnen (NPZ, safetensors, ONNX oder CSV), den Matrizen W1 (l, n) und W2 (d, l), oder mit denen, die ein gespeicherter Lauf aufbewahrt hat.</translation>
    </message>
    <message>
        <source>Import options of this data…</source>
        <translation>Importoptionen dieser Daten…</translation>
    </message>
    <message>
        <source>Change how the current file is read; opening it begins a new run.</source>
        <translation>Ändern, wie die aktuelle Datei gelesen wird; das Öffnen beginnt einen neuen Lauf.</translation>
    </message>
    <message>
        <source>Reload this data</source>
        <translation>Diese Daten neu laden</translation>
    </message>
    <message>
        <source>Read the data again, in case its file has changed, and begin a new run.</source>
        <translation>Die Daten neu lesen, falls sich ihre Datei geändert hat, und einen neuen Lauf beginnen.</translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Runs and data</source>
        <translation>Läufe und Daten</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Alle Dateien</translation>
    </message>
    <message>
        <source>Open folder of pictures</source>
        <translation>Bilderordner öffnen</translation>
    </message>
    <message>
        <source>New run from weights</source>
        <translation>Neuer Lauf mit Gewichten</translation>
    </message>
</context>
<context>
    <name>FileDrop</name>
    <message>
        <source>Drop “{name}” to open it</source>
        <translation>„{name}“ hier ablegen, um es zu öffnen</translation>
    </message>
    <message>
        <source>{n} items were dropped. Drop one file or one folder of pictures.</source>
        <translation>{n} Elemente wurden abgelegt. Eine Datei oder einen Bilderordner ablegen.</translation>
    </message>
    <message>
        <source>{address} is not a local file. Download it first.</source>
        <translation>{address} ist keine lokale Datei. Zuerst herunterladen.</translation>
    </message>
</context>
<context>
    <name>FindForm</name>
    <message>
        <source>Which steps to find</source>
        <translation>Welche Schritte zu finden sind</translation>
    </message>
    <message>
        <source>The first or the newest steps that meet a condition, or those at which a number of the run is largest.</source>
        <translation>Die ersten oder die neuesten Schritte, die eine Bedingung erfüllen, oder die, in denen eine Zahl des Laufs am größten ist.</translation>
    </message>
    <message>
        <source>first steps where</source>
        <translation>erste Schritte mit</translation>
    </message>
    <message>
        <source>newest steps where</source>
        <translation>neueste Schritte mit</translation>
    </message>
    <message>
        <source>largest values of</source>
        <translation>größte Werte von</translation>
    </message>
    <message>
        <source>largest sizes of</source>
        <translation>größte Beträge von</translation>
    </message>
    <message>
        <source>largest moves of</source>
        <translation>größte Änderungen von</translation>
    </message>
    <message>
        <source>How many steps at most</source>
        <translation>Wie viele Schritte höchstens</translation>
    </message>
    <message>
        <source>So many steps are listed, at most {most}.</source>
        <translation>So viele Schritte werden aufgelistet, höchstens {most}.</translation>
    </message>
    <message>
        <source>What to find</source>
        <translation>Was zu finden ist</translation>
    </message>
    <message>
        <source>Choose one of some examples for this run.</source>
        <translation>Eines von einigen Beispielen für diesen Lauf wählen.</translation>
    </message>
    <message>
        <source>First step to search</source>
        <translation>Erster zu durchsuchender Schritt</translation>
    </message>
    <message>
        <source>The first step to search, such as 60 000 or 6e4; step 0 if empty.</source>
        <translation>Der erste Schritt, der durchsucht wird, etwa 60 000 oder 6e4; leer Schritt 0.</translation>
    </message>
    <message>
        <source>Last step to search</source>
        <translation>Letzter zu durchsuchender Schritt</translation>
    </message>
    <message>
        <source>The last step to search; that at the end of this branch if empty.</source>
        <translation>Der letzte Schritt, der durchsucht wird; leer der am Ende dieses Zweigs.</translation>
    </message>
    <message>
        <source>end</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>from step</source>
        <translation>von Schritt</translation>
    </message>
    <message>
        <source>to</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>The steps to search begin at {first}, after their end at {last}. Type a first step that is not after the last.</source>
        <translation>Die zu durchsuchenden Schritte beginnen bei {first}, hinter ihrem Ende bei {last}. Einen ersten Schritt eingeben, der nicht hinter dem letzten liegt.</translation>
    </message>
    <message>
        <source>such as {examples}</source>
        <translation>etwa {examples}</translation>
    </message>
    <message>
        <source>A condition, as breakpoints have it: {examples}. Return finds the steps that meet it.</source>
        <translation>Eine Bedingung wie bei Haltepunkten, auf Englisch: {examples}. Die Eingabetaste findet die Schritte, die sie erfüllen.</translation>
    </message>
    <message>
        <source>A number of the run: {examples}. Return finds the steps at which it is largest.</source>
        <translation>Eine Zahl des Laufs, auf Englisch: {examples}. Die Eingabetaste findet die Schritte, in denen sie am größten ist.</translation>
    </message>
</context>
<context>
    <name>FindPanel</name>
    <message>
        <source>Find</source>
        <translation>Finden</translation>
    </message>
    <message>
        <source>Compute the steps once more beside the run, and list those (Return).</source>
        <translation>Die Schritte neben dem Lauf noch einmal berechnen und diese auflisten (Eingabetaste).</translation>
    </message>
    <message>
        <source>Find the steps</source>
        <translation>Die Schritte finden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>End the search; what it has found stays.</source>
        <translation>Die Suche beenden; was sie gefunden hat, bleibt.</translation>
    </message>
    <message>
        <source>Cancel the search</source>
        <translation>Die Suche abbrechen</translation>
    </message>
    <message>
        <source>Progress of the search</source>
        <translation>Fortschritt der Suche</translation>
    </message>
    <message>
        <source>Share of the steps that have been searched</source>
        <translation>Anteil der Schritte, die durchsucht sind</translation>
    </message>
    <message>
        <source>The steps found; a click or Return goes to that step.</source>
        <translation>Die gefundenen Schritte; ein Klick oder die Eingabetaste geht zu diesem Schritt.</translation>
    </message>
    <message>
        <source>Add as breakpoint</source>
        <translation>Als Haltepunkt hinzufügen</translation>
    </message>
    <message>
        <source>Stop the run at the next step that meets this condition.</source>
        <translation>Den Lauf beim nächsten Schritt anhalten, der diese Bedingung erfüllt.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy steps, samples and values as CSV text, with all digits.</source>
        <translation>Schritte, Beispiele und Werte als CSV-Text mit allen Ziffern kopieren.</translation>
    </message>
    <message>
        <source>Copy the list</source>
        <translation>Die Liste kopieren</translation>
    </message>
    <message>
        <source>On {branch}: {words}</source>
        <translation>Auf {branch}: {words}</translation>
    </message>
    <message>
        <source>Type a condition and press Return: the steps of this branch that meet it are listed here. The run stays where it is; F3 goes to the next step found.</source>
        <translation>Eine Bedingung eingeben und die Eingabetaste drücken: Die Schritte dieses Zweigs, die sie erfüllen, werden hier aufgelistet. Der Lauf bleibt, wo er ist; F3 geht zum nächsten gefundenen Schritt.</translation>
    </message>
</context>
<context>
    <name>FindQuery</name>
    <message>
        <source>What to find is missing. Type it, such as {examples}.</source>
        <translation>Was zu finden ist, fehlt. Etwas eingeben wie {examples}.</translation>
    </message>
    <message>
        <source>{data} has no classes. Type a condition that needs none.</source>
        <translation>{data} hat keine Klassen. Eine Bedingung eingeben, die keine braucht.</translation>
    </message>
    <message>
        <source>“{typed}” is not in this run: it has {inputs}, {hidden}, {outputs} and {samples}, counted from {first}. Type another one.</source>
        <translation>„{typed}“ gibt es in diesem Lauf nicht: Er hat {inputs}, {hidden}, {outputs} und {samples}, gezählt ab {first}. Etwas anderes eingeben.</translation>
    </message>
    <message>
        <source>“{typed}” is not possible: {problem}. Type something like {examples}.</source>
        <translation>„{typed}“ ist nicht möglich: {problem}. Etwas eingeben wie {examples}.</translation>
    </message>
    <message>
        <source>“{typed}” is nothing to be found. Type something like {examples}.</source>
        <translation>„{typed}“ lässt sich nicht suchen. Etwas eingeben wie {examples}.</translation>
    </message>
</context>
<context>
    <name>FindTexts</name>
    <message>
        <source>No step from {first} to {last} has a value of {watch}.</source>
        <translation>Kein Schritt von {first} bis {last} hat einen Wert von {watch}.</translation>
    </message>
    <message>
        <source>No step from {first} to {last} meets {what}.</source>
        <translation>Kein Schritt von {first} bis {last} erfüllt {what}.</translation>
    </message>
    <message>
        <source>about {n} h</source>
        <translation>etwa {n} h</translation>
    </message>
    <message>
        <source>about {n} min</source>
        <translation>etwa {n} min</translation>
    </message>
    <message>
        <source>about {n} s</source>
        <translation>etwa {n} s</translation>
    </message>
    <message>
        <source>each reads the weights of the norm</source>
        <translation>jeder liest die Gewichte der Norm</translation>
    </message>
    <message>
        <source>each takes another forward pass</source>
        <translation>jeder braucht einen weiteren Vorwärtsdurchlauf</translation>
    </message>
    <message>
        <source>largest moves of {watch}</source>
        <translation>größte Änderungen von {watch}</translation>
    </message>
    <message>
        <source>largest sizes of {watch}</source>
        <translation>größte Beträge von {watch}</translation>
    </message>
    <message>
        <source>largest values of {watch}</source>
        <translation>größte Werte von {watch}</translation>
    </message>
    <message>
        <source>less than a second</source>
        <translation>weniger als eine Sekunde</translation>
    </message>
    <message>
        <source>{duration} left</source>
        <translation>noch {duration}</translation>
    </message>
    <message>
        <source>{steps} to compute, {time}</source>
        <translation>{steps} zu berechnen, {time}</translation>
    </message>
    <message>
        <source>{what}: cancelled before step {first}</source>
        <translation>{what}: vor Schritt {first} abgebrochen</translation>
    </message>
    <message>
        <source>{what}: on the way to step {first}</source>
        <translation>{what}: auf dem Weg zu Schritt {first}</translation>
    </message>
    <message>
        <source>{what}: the first {n}, steps {first} to {last} searched</source>
        <translation>{what}: die ersten {n}, Schritte {first} bis {last} durchsucht</translation>
    </message>
    <message>
        <source>{what}: the newest {n} of {all}, steps {first} to {last} searched</source>
        <translation>{what}: die neuesten {n} von {all}, Schritte {first} bis {last} durchsucht</translation>
    </message>
    <message>
        <source>{what}: there is no step to search</source>
        <translation>{what}: Es gibt keinen Schritt zu durchsuchen</translation>
    </message>
    <message>
        <source>{what}: {n} so far, searched up to step {last}</source>
        <translation>{what}: bisher {n}, durchsucht bis Schritt {last}</translation>
    </message>
    <message>
        <source>{what}: {n}, steps {first} to {last} searched</source>
        <translation>{what}: {n}, Schritte {first} bis {last} durchsucht</translation>
    </message>
    <message>
        <source>{what}: {n}; cancelled after steps {first} to {last}</source>
        <translation>{what}: {n}; abgebrochen nach den Schritten {first} bis {last}</translation>
    </message>
</context>
<context>
    <name>FlipsModel</name>
    <message>
        <source>test sample</source>
        <translation>Testbeispiel</translation>
    </message>
    <message>
        <source>class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>predicted before</source>
        <translation>vorher vorhergesagt</translation>
    </message>
    <message>
        <source>predicted after</source>
        <translation>nachher vorhergesagt</translation>
    </message>
</context>
<context>
    <name>FlipsTable</name>
    <message>
        <source>Samples that are classified otherwise</source>
        <translation>Beispiele, die anders klassifiziert werden</translation>
    </message>
    <message>
        <source>Samples of the test set whose predicted class is another one at the second position. Click or Return: show the sample in the other panels.</source>
        <translation>Testbeispiele, deren vorhergesagte Klasse an der zweiten Position eine andere ist. Klick oder Eingabetaste: das Beispiel in den anderen Bereichen zeigen.</translation>
    </message>
</context>
<context>
    <name>FormatForm</name>
    <message>
        <source>Text format</source>
        <translation>Textformat</translation>
    </message>
    <message>
        <source>comma  ,</source>
        <translation>Komma  ,</translation>
    </message>
    <message>
        <source>semicolon  ;</source>
        <translation>Semikolon  ;</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>Tabulator</translation>
    </message>
    <message>
        <source>bar  |</source>
        <translation>Strich  |</translation>
    </message>
    <message>
        <source>spaces</source>
        <translation>Leerzeichen</translation>
    </message>
    <message>
        <source>point  0.5</source>
        <translation>Punkt  0.5</translation>
    </message>
    <message>
        <source>comma  0,5</source>
        <translation>Komma  0,5</translation>
    </message>
    <message>
        <source>Windows-1252 (Western)</source>
        <translation>Windows-1252 (westlich)</translation>
    </message>
    <message>
        <source>Latin-1 (Western)</source>
        <translation>Latin-1 (westlich)</translation>
    </message>
    <message>
        <source>Windows-1250 (Central European)</source>
        <translation>Windows-1250 (mitteleuropäisch)</translation>
    </message>
    <message>
        <source>Windows-1251 (Cyrillic)</source>
        <translation>Windows-1251 (kyrillisch)</translation>
    </message>
    <message>
        <source>Mac Roman (Western)</source>
        <translation>Mac Roman (westlich)</translation>
    </message>
    <message>
        <source>Shift JIS (Japanese)</source>
        <translation>Shift JIS (japanisch)</translation>
    </message>
    <message>
        <source>GB 18030 (Chinese)</source>
        <translation>GB 18030 (chinesisch)</translation>
    </message>
    <message>
        <source>holds names</source>
        <translation>enthält Namen</translation>
    </message>
    <message>
        <source>holds data</source>
        <translation>enthält Daten</translation>
    </message>
    <message>
        <source>What separates the cells of a row.</source>
        <translation>Was die Zellen einer Zeile trennt.</translation>
    </message>
    <message>
        <source>What separates the fraction of a number.</source>
        <translation>Was die Nachkommastellen einer Zahl abtrennt.</translation>
    </message>
    <message>
        <source>Character encoding of the file.</source>
        <translation>Zeichenkodierung der Datei.</translation>
    </message>
    <message>
        <source>Whether the first row holds the column names or is a sample.</source>
        <translation>Ob die erste Zeile die Spaltennamen enthält oder ein Beispiel ist.</translation>
    </message>
    <message>
        <source>Separator</source>
        <translation>Trennzeichen</translation>
    </message>
    <message>
        <source>Decimal mark</source>
        <translation>Dezimalzeichen</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Kodierung</translation>
    </message>
    <message>
        <source>First row</source>
        <translation>Erste Zeile</translation>
    </message>
    <message>
        <source>as detected</source>
        <translation>wie erkannt</translation>
    </message>
    <message>
        <source>detected: {what}</source>
        <translation>erkannt: {what}</translation>
    </message>
</context>
<context>
    <name>FormulaPage</name>
    <message>
        <source>The formula with its numbers</source>
        <translation>Die Formel mit ihren Zahlen</translation>
    </message>
    <message>
        <source>Chain rule of the selected weight</source>
        <translation>Kettenregel für das ausgewählte Gewicht</translation>
    </message>
    <message>
        <source>Computed last</source>
        <translation>Zuletzt berechnet</translation>
    </message>
</context>
<context>
    <name>FormulaView</name>
    <message>
        <source>Formula</source>
        <translation>Formel</translation>
    </message>
    <message>
        <source>The formula of this phase in the symbols of the lecture note</source>
        <translation>Die Formel dieser Phase in den Symbolen des Skripts</translation>
    </message>
</context>
<context>
    <name>FoundModel</name>
    <message>
        <source>Click to go to step {step} of {branch}.</source>
        <translation>Klicken, um zu Schritt {step} von {branch} zu gehen.</translation>
    </message>
    <message>
        <source>Click to go to step {step}, before its update.</source>
        <translation>Klicken, um zu Schritt {step} zu gehen, vor seiner Aktualisierung.</translation>
    </message>
    <message>
        <source>custom {n}</source>
        <translation>eigenes {n}</translation>
    </message>
    <message>
        <source>step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>sample</source>
        <translation>Beispiel</translation>
    </message>
    <message>
        <source>move of {watch}</source>
        <translation>Änderung von {watch}</translation>
    </message>
</context>
<context>
    <name>FoundTable</name>
    <message>
        <source>Steps found</source>
        <translation>Gefundene Schritte</translation>
    </message>
    <message>
        <source>custom {n}</source>
        <translation>eigenes {n}</translation>
    </message>
</context>
<context>
    <name>GoBar</name>
    <message>
        <source>Go to step</source>
        <translation>Zu Schritt gehen</translation>
    </message>
    <message>
        <source>Go to step…</source>
        <translation>Zu Schritt gehen…</translation>
    </message>
    <message>
        <source>The step to go to, such as 60 000 or 6e4; press Return. Beyond the last step, the run trains until that step.</source>
        <translation>Der Schritt, zu dem es geht, etwa 60 000 oder 6e4; dann Eingabetaste. Jenseits des letzten Schritts trainiert der Lauf bis dorthin.</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>Los</translation>
    </message>
    <message>
        <source>Go to the step typed on the left.</source>
        <translation>Zu dem links eingegebenen Schritt gehen.</translation>
    </message>
    <message>
        <source>Number of steps or epochs to run</source>
        <translation>Zahl der Schritte oder Epochen</translation>
    </message>
    <message>
        <source>Number of steps or epochs to train before the run pauses again.</source>
        <translation>Zahl der Schritte oder Epochen, die trainiert werden, bevor der Lauf wieder pausiert.</translation>
    </message>
    <message>
        <source>Steps or epochs</source>
        <translation>Schritte oder Epochen</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>Epochen</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>A step is one pair; an epoch is as many steps as there are samples.</source>
        <translation>Ein Schritt ist ein Paar; eine Epoche sind so viele Schritte, wie es Beispiele gibt.</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Laufen lassen</translation>
    </message>
    <message>
        <source>Train that many from here, then pause.</source>
        <translation>Von hier aus so viele trainieren, dann pausieren.</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>Epoche</translation>
    </message>
    <message>
        <source>step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>{n} epochs are too many steps. Use at most {most}.</source>
        <translation>{n} Epochen sind zu viele Schritte. Höchstens {most} verwenden.</translation>
    </message>
</context>
<context>
    <name>GradientCheck</name>
    <message>
        <source>Agrees only to {error}: see the error against the step size.</source>
        <translation>Stimmt nur bis auf {error} überein: siehe Fehler gegen die Schrittweite.</translation>
    </message>
    <message>
        <source>Agrees to {error}.</source>
        <translation>Stimmt bis auf {error} überein.</translation>
    </message>
    <message>
        <source>Gradient and difference are 0 for every weight that can be compared.</source>
        <translation>Gradient und Differenz sind 0 bei jedem Gewicht, das verglichen werden kann.</translation>
    </message>
    <message>
        <source>Largest error at {place}</source>
        <translation>Größter Fehler bei {place}</translation>
    </message>
    <message>
        <source>Largest error {error}, at {place}</source>
        <translation>Größter Fehler {error}, bei {place}</translation>
    </message>
    <message>
        <source>Largest relative error {error}, at {place}</source>
        <translation>Größter relativer Fehler {error}, bei {place}</translation>
    </message>
    <message>
        <source>No weight can be compared here.</source>
        <translation>Hier kann kein Gewicht verglichen werden.</translation>
    </message>
    <message>
        <source>Computed with the other gradient rule.</source>
        <translation>Mit der anderen Gradientenregel berechnet.</translation>
    </message>
    <message>
        <source>Outdated: the run is at step {step} now.</source>
        <translation>Veraltet: Der Lauf ist jetzt in Schritt {step}.</translation>
    </message>
    <message>
        <source>Outdated: weights or pair have changed since.</source>
        <translation>Veraltet: Gewichte oder Paar haben sich seither geändert.</translation>
    </message>
    <message>
        <source>Relative error up to {error} at this step size, but other step sizes agree.</source>
        <translation>Relativer Fehler bis {error} bei dieser Schrittweite, aber andere Schrittweiten stimmen überein.</translation>
    </message>
    <message>
        <source>Relative error up to {error}: probably a wrong derivative.</source>
        <translation>Relativer Fehler bis {error}: vermutlich eine falsche Ableitung.</translation>
    </message>
    <message>
        <source>Relative error up to {error}: the printed formula is not the gradient.</source>
        <translation>Relativer Fehler bis {error}: Die gedruckte Formel ist nicht der Gradient.</translation>
    </message>
    <message>
        <source>exact rule</source>
        <translation>exakte Regel</translation>
    </message>
    <message>
        <source>h is 0: no hidden unit is active.</source>
        <translation>h ist 0: Keine verborgene Einheit ist aktiv.</translation>
    </message>
    <message>
        <source>{checked} of {total} weights were compared: those of the selected row, if any, and random ones.</source>
        <translation>{checked} von {total} Gewichten wurden verglichen: die der ausgewählten Zeile, wenn es eine gibt, und zufällige.</translation>
    </message>
    <message>
        <source>largest {error}</source>
        <translation>größter {error}</translation>
    </message>
    <message>
        <source>custom pair: {title}</source>
        <translation>eigenes Paar: {title}</translation>
    </message>
    <message>
        <source>rule as printed</source>
        <translation>Regel wie gedruckt</translation>
    </message>
    <message>
        <source>sample {index}</source>
        <translation>Beispiel {index}</translation>
    </message>
    <message>
        <source>step {step}</source>
        <translation>Schritt {step}</translation>
    </message>
    <message>
        <source>test sample {index}</source>
        <translation>Testbeispiel {index}</translation>
    </message>
    <message>
        <source>{n} at a kink of ReLU: the loss bends between the two evaluations, so their difference is neither a slope nor an error.</source>
        <translation>{n} an einem Knick von ReLU: Der Verlust knickt zwischen den beiden Auswertungen, also ist ihre Differenz weder eine Steigung noch ein Fehler.</translation>
    </message>
    <message>
        <source>{n} lost in rounding: moving the weight changes the loss by little more than rounding, as behind saturated units.</source>
        <translation>{n} im Runden verloren: Das Gewicht zu bewegen ändert den Verlust kaum mehr als das Runden, wie hinter gesättigten Einheiten.</translation>
    </message>
    <message>
        <source>{n} weights</source>
        <translation>{n} Gewichte</translation>
    </message>
    <message>
        <source>δ2 is 0: each output equals its target, is saturated, or is a ReLU below 0.</source>
        <translation>δ2 ist 0: Jede Ausgabe ist gleich ihrem Zielwert, gesättigt oder ein ReLU unter 0.</translation>
    </message>
</context>
<context>
    <name>GradientSamples</name>
    <message>
        <source>Gradient magnitude of every sample</source>
        <translation>Gradientenbetrag jedes Beispiels</translation>
    </message>
    <message>
        <source>The Frobenius norm of the gradient of every training sample, with the weights of the step named above. A sample near the bottom hardly changes the network any more. Click: show that sample. Ringed: the sample shown and, while the run is paused, the one that the next step draws. Right click: train on the sample next, or copy.</source>
        <translation>Die Frobeniusnorm des Gradienten jedes Trainingsbeispiels, mit den Gewichten des oben genannten Schritts. Ein Beispiel am unteren Rand ändert das Netz kaum noch. Klick: dieses Beispiel zeigen. Mit Ring: das gezeigte Beispiel und, solange der Lauf pausiert, das, das der nächste Schritt zieht. Rechtsklick: als Nächstes mit dem Beispiel trainieren, oder kopieren.</translation>
    </message>
    <message>
        <source>Show ‖∂W₁‖, the Frobenius norm of the gradient of W₁.</source>
        <translation>‖∂W₁‖ zeigen, die Frobeniusnorm des Gradienten von W₁.</translation>
    </message>
    <message>
        <source>Show ‖∂W₂‖, the Frobenius norm of the gradient of W₂.</source>
        <translation>‖∂W₂‖ zeigen, die Frobeniusnorm des Gradienten von W₂.</translation>
    </message>
    <message>
        <source>Order of the samples</source>
        <translation>Reihenfolge der Beispiele</translation>
    </message>
    <message>
        <source>Order of the samples from left to right: by class, by magnitude, or as in the data set.</source>
        <translation>Reihenfolge der Beispiele von links nach rechts: nach Klasse, nach Betrag oder wie im Datensatz.</translation>
    </message>
    <message>
        <source>by class and magnitude</source>
        <translation>nach Klasse und Betrag</translation>
    </message>
    <message>
        <source>by class</source>
        <translation>nach Klasse</translation>
    </message>
    <message>
        <source>by magnitude</source>
        <translation>nach Betrag</translation>
    </message>
    <message>
        <source>by index</source>
        <translation>nach Index</translation>
    </message>
    <message>
        <source>log</source>
        <translation>log</translation>
    </message>
    <message>
        <source>Logarithmic magnitude axis; a gradient of 0 is drawn at the bottom edge.</source>
        <translation>Logarithmische Betragsachse; ein Gradient von 0 steht am unteren Rand.</translation>
    </message>
    <message>
        <source>Computing…</source>
        <translation>Wird berechnet…</translation>
    </message>
    <message>
        <source>computing…</source>
        <translation>wird berechnet…</translation>
    </message>
    <message>
        <source>computed at step {step}</source>
        <translation>berechnet in Schritt {step}</translation>
    </message>
    <message>
        <source>not finite (at the top edge): {n}</source>
        <translation>nicht endlich (am oberen Rand): {n}</translation>
    </message>
    <message>
        <source>0 (at the bottom edge): {n}</source>
        <translation>0 (am unteren Rand): {n}</translation>
    </message>
    <message>
        <source>step {step}</source>
        <translation>Schritt {step}</translation>
    </message>
    <message>
        <source>sample {index}</source>
        <translation>Beispiel {index}</translation>
    </message>
    <message>
        <source> · class {name}</source>
        <translation> · Klasse {name}</translation>
    </message>
    <message>
        <source>loss {loss}</source>
        <translation>Verlust {loss}</translation>
    </message>
    <message>
        <source>correct</source>
        <translation>richtig</translation>
    </message>
    <message>
        <source>misclassified</source>
        <translation>falsch</translation>
    </message>
    <message>
        <source>right click: train on it next</source>
        <translation>Rechtsklick: als Nächstes damit trainieren</translation>
    </message>
    <message>
        <source>Train on this sample next</source>
        <translation>Als Nächstes mit diesem Beispiel trainieren</translation>
    </message>
    <message>
        <source>class:</source>
        <translation>Klasse:</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation>und {n} weitere</translation>
    </message>
    <message>
        <source>samples of each class, by rising magnitude</source>
        <translation>Beispiele jeder Klasse, nach wachsendem Betrag</translation>
    </message>
    <message>
        <source>samples of each class, by index</source>
        <translation>Beispiele jeder Klasse, nach Index</translation>
    </message>
    <message>
        <source>samples, by rising magnitude</source>
        <translation>Beispiele, nach wachsendem Betrag</translation>
    </message>
    <message>
        <source>sample index</source>
        <translation>Index des Beispiels</translation>
    </message>
</context>
<context>
    <name>GradientTime</name>
    <message>
        <source>Gradient magnitudes along the steps</source>
        <translation>Gradientenbeträge im Verlauf der Schritte</translation>
    </message>
    <message>
        <source>The Frobenius norms of ∂W₁ and ∂W₂ of the pair of each step: the band reaches from the smallest to the largest value, the line is the moving average. Click: go to that step. Wheel or drag: zoom. Shift and drag: move along. Double click: whole run. Right click: copy.</source>
        <translation>Die Frobeniusnormen von ∂W₁ und ∂W₂ des Paars jedes Schritts: Das Band reicht vom kleinsten bis zum größten Wert, die Linie ist das gleitende Mittel. Klick: zu diesem Schritt. Mausrad oder Ziehen: zoomen. Umschalt und Ziehen: verschieben. Doppelklick: ganzer Lauf. Rechtsklick: kopieren.</translation>
    </message>
    <message>
        <source>log ‖∂W‖</source>
        <translation>log ‖∂W‖</translation>
    </message>
    <message>
        <source>Logarithmic magnitude axis; a gradient of 0 is drawn at the bottom edge.</source>
        <translation>Logarithmische Betragsachse; ein Gradient von 0 steht am unteren Rand.</translation>
    </message>
    <message>
        <source>mean of {steps} steps</source>
        <translation>Mittel von {steps} Schritten</translation>
    </message>
    <message>
        <source>mean of 1 step</source>
        <translation>Mittel von 1 Schritt</translation>
    </message>
    <message>
        <source>every step</source>
        <translation>jeder Schritt</translation>
    </message>
</context>
<context>
    <name>GradientTimePlot</name>
    <message>
        <source>No step has been done yet.</source>
        <translation>Noch ist kein Schritt ausgeführt.</translation>
    </message>
    <message>
        <source>step {step}</source>
        <translation>Schritt {step}</translation>
    </message>
    <message>
        <source>steps {first} … {last}</source>
        <translation>Schritte {first} … {last}</translation>
    </message>
    <message>
        <source>{name} {low} … {high}, mean {mean}</source>
        <translation>{name} {low} … {high}, Mittel {mean}</translation>
    </message>
</context>
<context>
    <name>GradientsPanel</name>
    <message>
        <source>every sample</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>The gradient magnitude of every training sample, with the weights of one step.</source>
        <translation>Der Gradientenbetrag jedes Trainingsbeispiels, mit den Gewichten eines Schritts.</translation>
    </message>
    <message>
        <source>over time</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>The gradient magnitude of the pair of each step.</source>
        <translation>Der Gradientenbetrag des Paars jedes Schritts.</translation>
    </message>
    <message>
        <source>both</source>
        <translation>beide</translation>
    </message>
    <message>
        <source>Both plots, side by side.</source>
        <translation>Beide Diagramme, nebeneinander.</translation>
    </message>
</context>
<context>
    <name>GraphPanel</name>
    <message>
        <source>Units and connections of the network. Click a connection to select its weight, a unit to keep its values in view.</source>
        <translation>Einheiten und Verbindungen des Netzes. Klick auf eine Verbindung wählt ihr Gewicht aus, Klick auf eine Einheit lässt ihre Werte sichtbar.</translation>
    </message>
    <message>
        <source>The network at this step. A line is a weight: its colour is its sign, its width its magnitude, dashed if it is negative. What the step computes next is highlighted; in the backward pass, marks carry the errors δ from the outputs through W₂ and W₁. Click a line to select its weight, a unit to keep its values in view. By keys: arrows move through units and lines, Enter acts as a click.</source>
        <translation>Das Netz in diesem Schritt. Eine Linie ist ein Gewicht: Ihre Farbe ist sein Vorzeichen, ihre Breite sein Betrag, gestrichelt, wenn es negativ ist. Was der Schritt als Nächstes berechnet, ist hervorgehoben; auf dem Rückweg tragen Marken die Fehler δ von den Ausgaben durch W₂ und W₁. Klick auf eine Linie wählt ihr Gewicht aus, Klick auf eine Einheit lässt ihre Werte sichtbar. Mit Tasten: Die Pfeiltasten gehen durch Einheiten und Linien, die Eingabetaste wirkt wie ein Klick.</translation>
    </message>
    <message>
        <source>inputs</source>
        <translation>Eingaben</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>verborgen</translation>
    </message>
    <message>
        <source>outputs</source>
        <translation>Ausgaben</translation>
    </message>
    <message>
        <source>targets</source>
        <translation>Zielwerte</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>Point at a unit or a connection to read it, click to keep it in view.</source>
        <translation>Auf eine Einheit oder eine Verbindung zeigen: ablesen, Klick: festhalten.</translation>
    </message>
    <message>
        <source>{n} + {l} + {d} units are too many to draw. Use a network with n + l + d ≤ {most}, such as Iris with l = 8 (4 + 8 + 3) or XOR with l = 8 (3 + 8 + 1).</source>
        <translation>{n} + {l} + {d} Einheiten sind zu viele zum Zeichnen. Ein Netz mit n + l + d ≤ {most} verwenden, etwa Iris mit l = 8 (4 + 8 + 3) oder XOR mit l = 8 (3 + 8 + 1).</translation>
    </message>
    <message>
        <source>step {step}, {pair}</source>
        <translation>Schritt {step}, {pair}</translation>
    </message>
    <message>
        <source>row {k} of {what}</source>
        <translation>Zeile {k} von {what}</translation>
    </message>
    <message>
        <source>next: {what}</source>
        <translation>als Nächstes: {what}</translation>
    </message>
</context>
<context>
    <name>GraphView</name>
    <message>
        <source>Network graph</source>
        <translation>Netzgraph</translation>
    </message>
</context>
<context>
    <name>GraphWords</name>
    <message>
        <source>before: {value}</source>
        <translation>vorher: {value}</translation>
    </message>
    <message>
        <source>hidden unit {index}</source>
        <translation>verborgene Einheit {index}</translation>
    </message>
    <message>
        <source>input {index}</source>
        <translation>Eingabe {index}</translation>
    </message>
    <message>
        <source>output {index}</source>
        <translation>Ausgabe {index}</translation>
    </message>
    <message>
        <source>target {index}</source>
        <translation>Zielwert {index}</translation>
    </message>
</context>
<context>
    <name>Heatmap</name>
    <message>
        <source>zoomed: right click, Show all</source>
        <translation>vergrößert: Rechtsklick, Alles zeigen</translation>
    </message>
    <message>
        <source>Fit colours to these values</source>
        <translation>Farben an diese Werte anpassen</translation>
    </message>
    <message>
        <source>Numbers in the cells</source>
        <translation>Zahlen in den Zellen</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alles zeigen</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>About bpviz</source>
        <translation>Über bpviz</translation>
    </message>
    <message>
        <source>Scroll with the arrow keys.</source>
        <translation>Mit den Pfeiltasten scrollen.</translation>
    </message>
    <message>
        <source>Free software under the MIT licence.</source>
        <translation>Freie Software unter der MIT-Lizenz.</translation>
    </message>
    <message>
        <source>It implements the method of this lecture note:</source>
        <translation>Es setzt das Verfahren dieses Vorlesungsskripts um:</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Lecture note, 20 March 2020.</source>
        <translation>Vorlesungsskript, 20. März 2020.</translation>
    </message>
    <message>
        <source>See and debug backpropagation: a network with one hidden layer, trained by stochastic gradient descent on one pair a step, with every number of every step open to inspection.</source>
        <translation>Backpropagation sehen und debuggen: ein Netz mit einer verborgenen Schicht, trainiert mit stochastischem Gradientenabstieg, ein Paar je Schritt, und jede Zahl jedes Schritts lässt sich ansehen.</translation>
    </message>
    <message>
        <source>Space runs and pauses, → does one step, ← goes one back. Tab moves between the controls, and F1 explains the focused one.</source>
        <translation>Die Leertaste lässt laufen und pausiert, → tut einen Schritt, ← geht einen zurück. Tab geht von Bedienelement zu Bedienelement, und F1 erklärt das, das den Fokus hat.</translation>
    </message>
    <message>
        <source>Space, arrows, + and − act on the run, after a click too. A control that you came to by Tab or by a key, or type into, uses them itself; Esc, Return or a choice leaves it.</source>
        <translation>Leertaste, Pfeiltasten, + und − wirken auf den Lauf, auch nach einem Klick. Ein Bedienelement, zu dem Sie mit Tab oder einer Taste gekommen sind oder in das Sie tippen, braucht sie selbst; Esc, die Eingabetaste oder eine Auswahl verlässt es.</translation>
    </message>
</context>
<context>
    <name>HiddenStrip</name>
    <message>
        <source>Values of the hidden units</source>
        <translation>Werte der verborgenen Einheiten</translation>
    </message>
    <message>
        <source>h = σ₁(W₁x): the value of every hidden unit for these inputs</source>
        <translation>h = σ₁(W₁x): der Wert jeder verborgenen Einheit für diese Eingaben</translation>
    </message>
    <message>
        <source>hidden unit {k}: h = {h}, z1 = {z}</source>
        <translation>verborgene Einheit {k}: h = {h}, z1 = {z}</translation>
    </message>
    <message>
        <source>, ablated</source>
        <translation>, ausgeschaltet</translation>
    </message>
</context>
<context>
    <name>HistogramPlot</name>
    <message>
        <source>{low} to {high}</source>
        <translation>{low} bis {high}</translation>
    </message>
    <message>
        <source>{name}: {share} % ({count})</source>
        <translation>{name}: {share} % ({count})</translation>
    </message>
</context>
<context>
    <name>HitList</name>
    <message>
        <source>Stops on this branch, newest first</source>
        <translation>Stopps auf diesem Zweig, neueste zuerst</translation>
    </message>
    <message>
        <source>Where breakpoints stopped the run; a click or Return goes to that step.</source>
        <translation>Wo Haltepunkte den Lauf angehalten haben; ein Klick oder die Eingabetaste geht zu diesem Schritt.</translation>
    </message>
    <message>
        <source>No breakpoint has stopped this branch yet.</source>
        <translation>Noch hat kein Haltepunkt diesen Zweig angehalten.</translation>
    </message>
</context>
<context>
    <name>HitModel</name>
    <message>
        <source>Before the update of step {step}: {condition}. Click to go there.</source>
        <translation>Vor der Aktualisierung von Schritt {step}: {condition}. Klick: dorthin gehen.</translation>
    </message>
    <message>
        <source>step {step}: {condition}</source>
        <translation>Schritt {step}: {condition}</translation>
    </message>
    <message>
        <source>condition</source>
        <translation>Bedingung</translation>
    </message>
    <message>
        <source>step</source>
        <translation>Schritt</translation>
    </message>
</context>
<context>
    <name>ImportButtons</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Load the data with these settings and begin a new run; the current run is kept in Branches.</source>
        <translation>Die Daten mit diesen Einstellungen laden und einen neuen Lauf beginnen; der aktuelle bleibt unter „Zweige“.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Close without opening a file.</source>
        <translation>Schließen, ohne eine Datei zu öffnen.</translation>
    </message>
    <message>
        <source>Reset to detected settings</source>
        <translation>Auf Erkanntes zurücksetzen</translation>
    </message>
    <message>
        <source>Discard your changes and use the detected settings.</source>
        <translation>Die Änderungen verwerfen und die erkannten Einstellungen verwenden.</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Open data: {name}</source>
        <translation>Daten öffnen: {name}</translation>
    </message>
    <message>
        <source>Column “{name}” contains numbers but, in row {row} (line {line}), the text “{text}”, which becomes a class.</source>
        <translation>Spalte „{name}“ enthält Zahlen, in Zeile {row} (Dateizeile {line}) aber den Text „{text}“, der eine Klasse wird.</translation>
    </message>
</context>
<context>
    <name>InputPlot</name>
    <message>
        <source>zoomed: Home key shows all</source>
        <translation>vergrößert: Pos1 zeigt alles</translation>
    </message>
    <message>
        <source>Train on this sample next</source>
        <translation>Als Nächstes mit diesem Beispiel trainieren</translation>
    </message>
</context>
<context>
    <name>InputSliders</name>
    <message>
        <source>Use current sample</source>
        <translation>Aktuelles Beispiel nehmen</translation>
    </message>
    <message>
        <source>Copy the inputs of the sample shown, to change them.</source>
        <translation>Die Eingaben des gezeigten Beispiels übernehmen, um sie zu verändern.</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Set every input to its mean over the training set.</source>
        <translation>Jede Eingabe auf ihr Mittel über die Trainingsdaten setzen.</translation>
    </message>
    <message>
        <source>{n} inputs are too many for sliders. Use the current sample to see its prediction or to train on it.</source>
        <translation>{n} Eingaben sind zu viele für Schieberegler. Das aktuelle Beispiel nehmen, um seine Vorhersage zu sehen oder damit zu trainieren.</translation>
    </message>
    <message>
        <source>always 1</source>
        <translation>immer 1</translation>
    </message>
    <message>
        <source>The constant input, which takes the place of a bias: it is always 1.</source>
        <translation>Die konstante Eingabe, die einen Bias ersetzt: Sie ist immer 1.</translation>
    </message>
    <message>
        <source>{name} as the network sees it; its values in the data range from {low} to {high}. {about}</source>
        <translation>{name}, wie das Netz es sieht; die Werte in den Daten reichen von {low} bis {high}. {about}</translation>
    </message>
</context>
<context>
    <name>InputsModel</name>
    <message>
        <source>input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>value x</source>
        <translation>Wert x</translation>
    </message>
</context>
<context>
    <name>InputsTable</name>
    <message>
        <source>Inputs of the sample</source>
        <translation>Eingaben des Beispiels</translation>
    </message>
    <message>
        <source>The inputs x of the sample; point at a value to read all its digits</source>
        <translation>Die Eingaben x des Beispiels; auf einen Wert zeigen, um alle Stellen zu lesen</translation>
    </message>
</context>
<context>
    <name>LanguageMenu</name>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>as the system</source>
        <translation>wie das System</translation>
    </message>
    <message>
        <source>Language: {name}</source>
        <translation>Sprache: {name}</translation>
    </message>
    <message>
        <source>The language of the window; the run goes on.</source>
        <translation>Die Sprache des Fensters; der Lauf geht weiter.</translation>
    </message>
</context>
<context>
    <name>ListPopup</name>
    <message>
        <source>Return or a click goes to the step.</source>
        <translation>Die Eingabetaste oder ein Klick geht zu dem Schritt.</translation>
    </message>
</context>
<context>
    <name>LogView</name>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>All messages since the program started.</source>
        <translation>Alle Meldungen seit dem Start des Programms.</translation>
    </message>
    <message>
        <source>No messages.</source>
        <translation>Keine Meldungen.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the whole log.</source>
        <translation>Das ganze Protokoll kopieren.</translation>
    </message>
</context>
<context>
    <name>LossPlot</name>
    <message>
        <source>loss ‖f − y‖²</source>
        <translation>Verlust ‖f − y‖²</translation>
    </message>
    <message>
        <source>accuracy (%)</source>
        <translation>Genauigkeit (%)</translation>
    </message>
    <message>
        <source>No step has been done yet.</source>
        <translation>Noch ist kein Schritt ausgeführt.</translation>
    </message>
    <message>
        <source>step {step}</source>
        <translation>Schritt {step}</translation>
    </message>
    <message>
        <source>loss {loss}</source>
        <translation>Verlust {loss}</translation>
    </message>
    <message>
        <source>steps {first} … {last}</source>
        <translation>Schritte {first} … {last}</translation>
    </message>
    <message>
        <source>mean loss {mean}</source>
        <translation>mittlerer Verlust {mean}</translation>
    </message>
    <message>
        <source>10–90 % of the steps: {low} … {high}</source>
        <translation>10–90 % der Schritte: {low} … {high}</translation>
    </message>
    <message>
        <source>extremes: {low} … {high}</source>
        <translation>Extremwerte: {low} … {high}</translation>
    </message>
    <message>
        <source>mean of {steps} steps: {mean}</source>
        <translation>Mittel von {steps} Schritten: {mean}</translation>
    </message>
    <message>
        <source>{branch}: mean {mean}</source>
        <translation>{branch}: Mittel {mean}</translation>
    </message>
    <message>
        <source>+ {n} more branches</source>
        <translation>+ {n} weitere Zweige</translation>
    </message>
    <message>
        <source>Alt + click: switch to “{branch}”</source>
        <translation>Alt + Klick: zu „{branch}“ wechseln</translation>
    </message>
    <message>
        <source>Switch to “{branch}”</source>
        <translation>Zu „{branch}“ wechseln</translation>
    </message>
</context>
<context>
    <name>LossView</name>
    <message>
        <source>Loss and accuracy along the steps</source>
        <translation>Verlust und Genauigkeit im Verlauf der Schritte</translation>
    </message>
    <message>
        <source>log loss</source>
        <translation>log Verlust</translation>
    </message>
    <message>
        <source>Logarithmic loss axis: equal ratios get equal room. A loss of 0 is drawn at the bottom edge.</source>
        <translation>Logarithmische Verlustachse: Gleiche Verhältnisse bekommen gleich viel Platz. Ein Verlust von 0 steht am unteren Rand.</translation>
    </message>
    <message>
        <source>branches</source>
        <translation>Zweige</translation>
    </message>
    <message>
        <source>extremes</source>
        <translation>Extremwerte</translation>
    </message>
    <message>
        <source>The smallest and the largest loss, as a thin outline; without it the axis shows the band alone.</source>
        <translation>Der kleinste und der größte Verlust als dünner Umriss; ohne ihn zeigt die Achse nur das Band.</translation>
    </message>
    <message>
        <source>The loss of the other branches of this run, each from its fork on: thin lines, averaged over as many steps as for this branch.</source>
        <translation>Der Verlust der anderen Zweige dieses Laufs, jeweils ab der Abzweigung: dünne Linien, gemittelt über so viele Schritte wie bei diesem Zweig.</translation>
    </message>
    <message>
        <source>mean of {steps} steps</source>
        <translation>Mittel von {steps} Schritten</translation>
    </message>
    <message>
        <source>mean of 1 step</source>
        <translation>Mittel von 1 Schritt</translation>
    </message>
    <message>
        <source>loss:</source>
        <translation>Verlust:</translation>
    </message>
    <message>
        <source>every step</source>
        <translation>jeder Schritt</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>The loss ‖f − y‖² of every step: the thick line is its moving average, eight of ten steps lie within the band (from the 10 % to the 90 % quantile), and the thin outline reaches from the smallest to the largest value. Points: mean loss of the training and the test set at the steps where it was measured, joined only where they are close on the axis; dashed, right axis: accuracy. Thin lines: the moving averages of the other branches, grey where the legend does not name them. The loss axis becomes logarithmic when the loss spans more than a decade, unless you choose. Click: go to that step. Alt and click on a thin line: switch to that branch. Wheel or drag: zoom. Shift and drag: move along. Double click: whole run. Right click: copy. With the keyboard: ← and → read off, Enter goes to that step, Esc leaves.</source>
        <translation>Der Verlust ‖f − y‖² jedes Schritts: Die dicke Linie ist sein gleitendes Mittel, acht von zehn Schritten liegen im Band (vom 10-%- bis zum 90-%-Quantil), und der dünne Umriss reicht vom kleinsten bis zum größten Wert. Punkte: mittlerer Verlust auf Trainings- und Testdaten bei den Schritten, bei denen er gemessen wurde, verbunden nur, wo sie auf der Achse nahe beieinander liegen; gestrichelt, rechte Achse: Genauigkeit. Dünne Linien: die gleitenden Mittel der anderen Zweige, grau, wo die Legende sie nicht nennt. Die Verlustachse wird logarithmisch, wenn der Verlust mehr als eine Zehnerpotenz umfasst, solange man nicht selbst wählt. Klick: zu diesem Schritt. Alt und Klick auf eine dünne Linie: zu diesem Zweig wechseln. Mausrad oder Ziehen: zoomen. Umschalt und Ziehen: verschieben. Doppelklick: ganzer Lauf. Rechtsklick: kopieren. Mit der Tastatur: ← und → lesen ab, Eingabe geht zu diesem Schritt, Esc hört auf.</translation>
    </message>
    <message>
        <source>train</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>accuracy:</source>
        <translation>Genauigkeit:</translation>
    </message>
    <message>
        <source>10–90 %</source>
        <translation>10–90 %</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>The layout of the last session is damaged or of another version of bpviz; {default} is shown instead. Choose another one in the View menu.</source>
        <translation>Die Anordnung der letzten Sitzung ist beschädigt oder von einer anderen Version von bpviz; gezeigt wird {default}. Eine andere im Menü „Ansicht“ wählen.</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>&amp;Lauf</translation>
    </message>
    <message>
        <source>&amp;Debug</source>
        <translation>De&amp;buggen</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>Bereiche</translation>
    </message>
    <message>
        <source>Go to panel</source>
        <translation>Zum Bereich</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>{data} · l = {l}</source>
        <translation>{data} · l = {l}</translation>
    </message>
    <message>
        <source>Starting: {data}, {shape}</source>
        <translation>Beginnt: {data}, {shape}</translation>
    </message>
    <message>
        <source>The layout “{name}” is damaged or of another version of bpviz; {default} is shown instead. Arrange the panels and save them under that name again.</source>
        <translation>Die Anordnung „{name}“ ist beschädigt oder von einer anderen Version von bpviz; gezeigt wird {default}. Die Bereiche anordnen und sie noch einmal unter diesem Namen speichern.</translation>
    </message>
</context>
<context>
    <name>MatrixAxes</name>
    <message>
        <source>class of output j</source>
        <translation>Klasse der Ausgabe j</translation>
    </message>
    <message>
        <source>hidden unit k</source>
        <translation>verborgene Einheit k</translation>
    </message>
    <message>
        <source>input i</source>
        <translation>Eingabe i</translation>
    </message>
    <message>
        <source>one tile per hidden unit k</source>
        <translation>eine Kachel je verborgener Einheit k</translation>
    </message>
    <message>
        <source>output j</source>
        <translation>Ausgabe j</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Messages</source>
        <translation>Meldungen</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Show the log</source>
        <translation>Protokoll zeigen</translation>
    </message>
    <message>
        <source>Show all messages of this session with their details.</source>
        <translation>Alle Meldungen dieser Sitzung mit ihren Einzelheiten zeigen.</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Show the file where it lies, by the desktop&apos;s file manager.</source>
        <translation>Die Datei dort zeigen, wo sie liegt, mit der Dateiverwaltung.</translation>
    </message>
    <message>
        <source>Show the file in its folder</source>
        <translation>Die Datei in ihrem Ordner zeigen</translation>
    </message>
    <message>
        <source>Dismiss the message</source>
        <translation>Meldung schließen</translation>
    </message>
    <message>
        <source>Dismiss this message.</source>
        <translation>Diese Meldung schließen.</translation>
    </message>
</context>
<context>
    <name>MoveButtons</name>
    <message>
        <source>Start</source>
        <translation>Anfang</translation>
    </message>
    <message>
        <source>Go to step 0, the initial weights.</source>
        <translation>Zu Schritt 0 gehen, den Anfangsgewichten.</translation>
    </message>
    <message>
        <source>Epoch back</source>
        <translation>Epoche zurück</translation>
    </message>
    <message>
        <source>Go back one epoch, as many steps as there are samples.</source>
        <translation>Eine Epoche zurückgehen, so viele Schritte, wie es Beispiele gibt.</translation>
    </message>
    <message>
        <source>Step back</source>
        <translation>Schritt zurück</translation>
    </message>
    <message>
        <source>Undo the last step; inside a step, what it has computed so far.</source>
        <translation>Den letzten Schritt zurücknehmen; innerhalb eines Schritts das, was er bisher berechnet hat.</translation>
    </message>
    <message>
        <source>Phase back</source>
        <translation>Phase zurück</translation>
    </message>
    <message>
        <source>Undo the current phase, as far as it is done, or the one before it.</source>
        <translation>Die aktuelle Phase zurücknehmen, soweit sie ausgeführt ist, oder die davor.</translation>
    </message>
    <message>
        <source>Row back</source>
        <translation>Zeile zurück</translation>
    </message>
    <message>
        <source>Undo the row computed last.</source>
        <translation>Die zuletzt berechnete Zeile zurücknehmen.</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Compute one row of ∂W₂, of ∂W₁ or of the update; elsewhere the whole phase.</source>
        <translation>Eine Zeile von ∂W₂, von ∂W₁ oder der Aktualisierung berechnen; sonst die ganze Phase.</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>Complete the current phase: draw the pair, z1, h, z2, f, the loss, ∂W₂, ∂W₁, the update.</source>
        <translation>Die aktuelle Phase zu Ende führen: das Paar ziehen, z1, h, z2, f, den Verlust, ∂W₂, ∂W₁, die Aktualisierung.</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Do one step: one pair, one update.</source>
        <translation>Einen Schritt ausführen: ein Paar, eine Aktualisierung.</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>Epoche</translation>
    </message>
    <message>
        <source>Train one epoch, as many steps as there are samples.</source>
        <translation>Eine Epoche trainieren, so viele Schritte, wie es Beispiele gibt.</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Go to the furthest step of the run.</source>
        <translation>Zum letzten Schritt gehen, den der Lauf erreicht hat.</translation>
    </message>
</context>
<context>
    <name>NumberLines</name>
    <message>
        <source>Point at a number to read all its digits</source>
        <translation>Auf eine Zahl zeigen, um alle ihre Stellen zu lesen</translation>
    </message>
    <message>
        <source>The formula with its numbers. Point at a number, or move to it with the arrow keys, to read all its digits and to see its position.</source>
        <translation>Die Formel mit ihren Zahlen. Auf eine Zahl zeigen oder mit den Pfeiltasten zu ihr gehen, um alle ihre Stellen und ihren Platz zu sehen.</translation>
    </message>
    <message>
        <source>{name} is not yet computed</source>
        <translation>{name} ist noch nicht berechnet</translation>
    </message>
</context>
<context>
    <name>NumberText</name>
    <message>
        <source>A number is missing. Type one {allowed}.</source>
        <translation>Eine Zahl fehlt. Eine {allowed} eingeben.</translation>
    </message>
    <message>
        <source>A whole number is missing. Type one {allowed}.</source>
        <translation>Eine ganze Zahl fehlt. Eine {allowed} eingeben.</translation>
    </message>
    <message>
        <source>from {low} to {high}</source>
        <translation>von {low} bis {high}</translation>
    </message>
    <message>
        <source>such as 0.5 or 1e-3</source>
        <translation>wie 0,5 oder 1e-3</translation>
    </message>
    <message>
        <source>“{typed}” is not a number. Type one {allowed}.</source>
        <translation>„{typed}“ ist keine Zahl. Eine {allowed} eingeben.</translation>
    </message>
    <message>
        <source>“{typed}” is not a whole number. Type one {allowed}.</source>
        <translation>„{typed}“ ist keine ganze Zahl. Eine {allowed} eingeben.</translation>
    </message>
    <message>
        <source>“{typed}” is out of range. Type a number {allowed}.</source>
        <translation>„{typed}“ liegt außerhalb des Bereichs. Eine Zahl {allowed} eingeben.</translation>
    </message>
    <message>
        <source>“{typed}” is out of range. Type a whole number {allowed}.</source>
        <translation>„{typed}“ liegt außerhalb des Bereichs. Eine ganze Zahl {allowed} eingeben.</translation>
    </message>
</context>
<context>
    <name>OutputBars</name>
    <message>
        <source>output: f filled, target y outlined</source>
        <translation>Ausgabe: f gefüllt, Zielwert y umrandet</translation>
    </message>
    <message>
        <source>f filled, y outlined</source>
        <translation>f gefüllt, y umrandet</translation>
    </message>
    <message>
        <source>output f</source>
        <translation>Ausgabe f</translation>
    </message>
    <message>
        <source>as the network sees them (scaled): f = {f}, y = {y}</source>
        <translation>wie das Netz sie sieht (skaliert): f = {f}, y = {y}</translation>
    </message>
</context>
<context>
    <name>OwnLayouts</name>
    <message>
        <source>Save layout as…</source>
        <translation>Anordnung speichern als…</translation>
    </message>
    <message>
        <source>Keep where the panels are now as a layout of your own, under a name.</source>
        <translation>Den jetzigen Platz aller Bereiche als eigene Anordnung unter einem Namen behalten.</translation>
    </message>
    <message>
        <source>Rename or delete layouts…</source>
        <translation>Anordnungen umbenennen oder löschen…</translation>
    </message>
    <message>
        <source>Change the names of your own layouts, or delete some.</source>
        <translation>Die Namen der eigenen Anordnungen ändern oder einige löschen.</translation>
    </message>
    <message>
        <source>A layout of your own.</source>
        <translation>Eine eigene Anordnung.</translation>
    </message>
    <message>
        <source>The name is missing. Type one.</source>
        <translation>Der Name fehlt. Einen eingeben.</translation>
    </message>
    <message>
        <source>“{name}” is a layout of bpviz. Choose another name.</source>
        <translation>„{name}“ ist eine Anordnung von bpviz. Einen anderen Namen wählen.</translation>
    </message>
</context>
<context>
    <name>PairView</name>
    <message>
        <source>and a constant 1</source>
        <translation>und eine konstante 1</translation>
    </message>
    <message>
        <source>f in original units</source>
        <translation>f in ursprünglicher Einheit</translation>
    </message>
    <message>
        <source>y in original units</source>
        <translation>y in ursprünglicher Einheit</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Set {name}…</source>
        <translation>{name} setzen…</translation>
    </message>
    <message>
        <source>Type a value behind the name.</source>
        <translation>Einen Wert hinter den Namen schreiben.</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>on</source>
        <translation>ein</translation>
    </message>
    <message>
        <source>{name} is {value} already. Choose another value.</source>
        <translation>{name} ist schon {value}. Einen anderen Wert wählen.</translation>
    </message>
</context>
<context>
    <name>PanelActions</name>
    <message>
        <source>Next panel</source>
        <translation>Nächster Bereich</translation>
    </message>
    <message>
        <source>Bring the keys to the next panel in sight, and behind the last to the toolbar; Tab goes on inside of it.</source>
        <translation>Die Tasten dem nächsten sichtbaren Bereich geben, nach dem letzten der Werkzeugleiste; Tab geht darin weiter.</translation>
    </message>
    <message>
        <source>Previous panel</source>
        <translation>Voriger Bereich</translation>
    </message>
    <message>
        <source>Bring the keys to the panel before, or to the toolbar.</source>
        <translation>Die Tasten dem Bereich davor geben oder der Werkzeugleiste.</translation>
    </message>
    <message>
        <source>Type λ</source>
        <translation>λ eingeben</translation>
    </message>
    <message>
        <source>Type another learning rate λ; Return takes it over.</source>
        <translation>Eine andere Lernrate λ eingeben; die Eingabetaste übernimmt sie.</translation>
    </message>
    <message>
        <source>Go to {panel}</source>
        <translation>Zu: {panel}</translation>
    </message>
    <message>
        <source>Show the panel and bring the keys to it; Esc gives them back.</source>
        <translation>Den Bereich zeigen und ihm die Tasten geben; Esc gibt sie zurück.</translation>
    </message>
</context>
<context>
    <name>Panels</name>
    <message>
        <source>Boundary</source>
        <translation>Grenze</translation>
    </message>
    <message>
        <source>Branches</source>
        <translation>Zweige</translation>
    </message>
    <message>
        <source>Breakpoints</source>
        <translation>Haltepunkte</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Compare positions</source>
        <translation>Positionen vergleichen</translation>
    </message>
    <message>
        <source>Contributions</source>
        <translation>Beiträge</translation>
    </message>
    <message>
        <source>Current sample</source>
        <translation>Aktuelles Beispiel</translation>
    </message>
    <message>
        <source>Debugger</source>
        <translation>Debugger</translation>
    </message>
    <message>
        <source>Decision boundary</source>
        <translation>Entscheidungsgrenze</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>Zeichnen</translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation>Auswertung</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Finden</translation>
    </message>
    <message>
        <source>Find steps</source>
        <translation>Schritte finden</translation>
    </message>
    <message>
        <source>Gradient check</source>
        <translation>Gradientenprüfung</translation>
    </message>
    <message>
        <source>Gradient magnitudes</source>
        <translation>Gradientenbeträge</translation>
    </message>
    <message>
        <source>Gradient rules compared</source>
        <translation>Regelvergleich</translation>
    </message>
    <message>
        <source>Hidden units</source>
        <translation>Verborgene Einheiten</translation>
    </message>
    <message>
        <source>Hidden weights W₁</source>
        <translation>Verborgene Gewichte W₁</translation>
    </message>
    <message>
        <source>Histograms</source>
        <translation>Histogramme</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Output weights W₂</source>
        <translation>Ausgabegewichte W₂</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Anteile</translation>
    </message>
    <message>
        <source>Positions</source>
        <translation>Positionen</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regelvergleich</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>Beispiel</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Alle Beispiele</translation>
    </message>
    <message>
        <source>Setup</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>Watches</source>
        <translation>Beobachtung</translation>
    </message>
    <message>
        <source>Weights over time</source>
        <translation>Gewichte im Verlauf</translation>
    </message>
</context>
<context>
    <name>PartsModel</name>
    <message>
        <source>class {name}</source>
        <translation>Klasse {name}</translation>
    </message>
    <message>
        <source>samples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>custom pairs</source>
        <translation>eigene Paare</translation>
    </message>
    <message>
        <source>edits</source>
        <translation>Eingriffe</translation>
    </message>
    <message>
        <source>rounding</source>
        <translation>Rundung</translation>
    </message>
    <message>
        <source>other custom pairs</source>
        <translation>andere eigene Paare</translation>
    </message>
    <message>
        <source>part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>added</source>
        <translation>hinzugefügt</translation>
    </message>
</context>
<context>
    <name>PhaseList</name>
    <message>
        <source>Phases of the step</source>
        <translation>Phasen des Schritts</translation>
    </message>
    <message>
        <source>Click a phase to see its formula.</source>
        <translation>Klick auf eine Phase zeigt ihre Formel.</translation>
    </message>
    <message>
        <source>The phases of a step in order. ✓: done, ▸: comes next; the bar marks the phase whose formula is shown.</source>
        <translation>Die Phasen eines Schritts in ihrer Reihenfolge. ✓: erledigt, ▸: kommt als Nächstes; der Balken zeigt die Phase, deren Formel zu sehen ist.</translation>
    </message>
    <message>
        <source>Draw the pair (x, y)</source>
        <translation>Paar (x, y) ziehen</translation>
    </message>
    <message>
        <source>Hidden pre-activations z1</source>
        <translation>Verborgene Voraktivierungen z1</translation>
    </message>
    <message>
        <source>Hidden activations h</source>
        <translation>Verborgene Aktivierungen h</translation>
    </message>
    <message>
        <source>Output pre-activations z2</source>
        <translation>Voraktivierungen der Ausgabe z2</translation>
    </message>
    <message>
        <source>Outputs f</source>
        <translation>Ausgaben f</translation>
    </message>
    <message>
        <source>Loss of the pair</source>
        <translation>Verlust des Paars</translation>
    </message>
    <message>
        <source>Gradient of W₂, row by row</source>
        <translation>Gradient von W₂, Zeile für Zeile</translation>
    </message>
    <message>
        <source>Gradient of W₁, row by row</source>
        <translation>Gradient von W₁, Zeile für Zeile</translation>
    </message>
    <message>
        <source>Update of W₂ and W₁, row by row</source>
        <translation>Aktualisierung von W₂ und W₁, Zeile für Zeile</translation>
    </message>
    <message>
        <source>comes next</source>
        <translation>kommt als Nächstes</translation>
    </message>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>not yet computed</source>
        <translation>noch nicht berechnet</translation>
    </message>
    <message>
        <source>rows done: {row} of {rows}</source>
        <translation>fertige Zeilen: {row} von {rows}</translation>
    </message>
</context>
<context>
    <name>Phases</name>
    <message>
        <source>draw</source>
        <translation>Ziehen</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>update</source>
        <translation>Aktualisierung</translation>
    </message>
</context>
<context>
    <name>PictureInput</name>
    <message>
        <source>The drawing as the network sees it, after preprocessing: one square per input.</source>
        <translation>Die Zeichnung, wie das Netz sie sieht, nach der Vorverarbeitung: ein Quadrat je Eingabe.</translation>
    </message>
    <message>
        <source>Network input</source>
        <translation>Eingabe des Netzes</translation>
    </message>
    <message>
        <source>Preprocess as the data</source>
        <translation>Wie die Daten vorverarbeiten</translation>
    </message>
    <message>
        <source>Preprocess the drawing as the digits of the data were: upright, 20 wide and 32 high in a bitmap of 32 × 32 pixels, counted in blocks of 4 × 4. Off: the network sees the whole canvas.</source>
        <translation>Die Zeichnung vorverarbeiten, wie es mit den Ziffern der Daten geschah: aufrecht, 20 breit und 32 hoch in einer Bitmap von 32 × 32 Pixeln, gezählt in Blöcken von 4 × 4. Aus: Das Netz sieht die ganze Zeichenfläche.</translation>
    </message>
    <message>
        <source>Preprocess as MNIST</source>
        <translation>Wie MNIST vorverarbeiten</translation>
    </message>
    <message>
        <source>Preprocess the drawing as MNIST&apos;s digits were: scaled to fit a box of 20 × 20 of 28 × 28 pixels, with its centre of mass in the middle. Off: the network sees the whole canvas.</source>
        <translation>Die Zeichnung vorverarbeiten, wie es mit den Ziffern von MNIST geschah: auf 20 × 20 der 28 × 28 Pixel skaliert, der Schwerpunkt in der Mitte. Aus: Das Netz sieht die ganze Zeichenfläche.</translation>
    </message>
    <message>
        <source>and a constant 1</source>
        <translation>und eine konstante 1</translation>
    </message>
</context>
<context>
    <name>PictureSum</name>
    <message>
        <source>The row as the sum of pictures</source>
        <translation>Die Zeile als Summe von Bildern</translation>
    </message>
    <message>
        <source>Each picture is what one class, the custom pairs, edits by hand or rounding added to the row; all have the same scale of colours and add up to the last one. Rest the mouse on a pixel to read it. Arrow keys: from picture to picture. Right click: copy.</source>
        <translation>Jedes Bild ist, was eine Klasse, die eigenen Paare, Eingriffe von Hand oder die Rundung zur Zeile hinzugefügt haben; alle haben dieselbe Farbskala und ergeben zusammen das letzte. Die Maus auf einem Bildpunkt ruhen lassen: ablesen. Pfeiltasten: von Bild zu Bild. Rechtsklick: kopieren.</translation>
    </message>
    <message>
        <source>, constant input {value}</source>
        <translation>, konstante Eingabe {value}</translation>
    </message>
</context>
<context>
    <name>Pixels</name>
    <message>
        <source>1 (constant)</source>
        <translation>1 (konstant)</translation>
    </message>
</context>
<context>
    <name>PlaceEdit</name>
    <message>
        <source>{label}: branch</source>
        <translation>{label}: Zweig</translation>
    </message>
    <message>
        <source>The branch that this position is on.</source>
        <translation>Der Zweig, auf dem diese Position liegt.</translation>
    </message>
    <message>
        <source>{label}: step</source>
        <translation>{label}: Schritt</translation>
    </message>
    <message>
        <source>Number of updates on that branch; {nothing} unless you type one. Return compares.</source>
        <translation>Zahl der Aktualisierungen auf diesem Zweig; {nothing}, wenn Sie keine eingeben. Die Eingabetaste vergleicht.</translation>
    </message>
    <message>
        <source>step</source>
        <translation>Schritt</translation>
    </message>
</context>
<context>
    <name>Placeholder</name>
    <message>
        <source>Waiting for the data set…</source>
        <translation>Wartet auf den Datensatz…</translation>
    </message>
</context>
<context>
    <name>PositionSlider</name>
    <message>
        <source>step {step} · epoch {epoch}</source>
        <translation>Schritt {step} · Epoche {epoch}</translation>
    </message>
    <message>
        <source>Step {step} was found</source>
        <translation>Schritt {step} wurde gefunden</translation>
    </message>
    <message>
        <source>{n} steps found here</source>
        <translation>{n} Schritte hier gefunden</translation>
    </message>
</context>
<context>
    <name>PositionsHeader</name>
    <message>
        <source>from</source>
        <translation>von</translation>
    </message>
    <message>
        <source>to</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>here</source>
        <translation>hier</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Progress of the replay</source>
        <translation>Fortschritt des Nachspielens</translation>
    </message>
    <message>
        <source>Share of the steps that have been replayed</source>
        <translation>Anteil der Schritte, die nachgespielt sind</translation>
    </message>
    <message>
        <source>Replay up to both positions, and show what differs.</source>
        <translation>Bis zu beiden Positionen nachspielen und zeigen, was sich unterscheidet.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Give up the replay; the run does not notice.</source>
        <translation>Das Nachspielen abbrechen; der Lauf merkt nichts davon.</translation>
    </message>
</context>
<context>
    <name>PositionsPanel</name>
    <message>
        <source>Weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>Show the differences of the weights</source>
        <translation>Die Differenzen der Gewichte zeigen</translation>
    </message>
    <message>
        <source>Flips</source>
        <translation>Wechsel</translation>
    </message>
    <message>
        <source>List what is classified otherwise</source>
        <translation>Auflisten, was anders klassifiziert wird</translation>
    </message>
    <message>
        <source>{branch}, step {step}</source>
        <translation>{branch}, Schritt {step}</translation>
    </message>
    <message>
        <source>steps {steps}</source>
        <translation>Schritte {steps}</translation>
    </message>
    <message>
        <source>There is no test set with classes that both have.</source>
        <translation>Es gibt keine Testdaten mit Klassen, die beide haben.</translation>
    </message>
    <message>
        <source>All {m} test samples are classified as before</source>
        <translation>Alle {m} Testbeispiele werden wie vorher klassifiziert</translation>
    </message>
    <message>
        <source>{k} of {m} test samples are classified otherwise</source>
        <translation>{k} von {m} Testbeispielen werden anders klassifiziert</translation>
    </message>
    <message>
        <source>now right {won}, now wrong {lost}</source>
        <translation>jetzt richtig {won}, jetzt falsch {lost}</translation>
    </message>
    <message>
        <source>accuracy {accuracy}</source>
        <translation>Genauigkeit {accuracy}</translation>
    </message>
    <message>
        <source>Replaying…</source>
        <translation>Wird nachgespielt…</translation>
    </message>
    <message>
        <source>What differs between two steps, or two branches? Choose both, and press Compare.</source>
        <translation>Was unterscheidet zwei Schritte oder zwei Zweige? Wählen Sie beide und drücken Sie „Vergleichen“.</translation>
    </message>
</context>
<context>
    <name>Prediction</name>
    <message>
        <source>Prediction</source>
        <translation>Vorhersage</translation>
    </message>
    <message>
        <source>Prediction of the network</source>
        <translation>Vorhersage des Netzes</translation>
    </message>
    <message>
        <source>The predicted class: the one with the largest output (with one output: the second class from the threshold upwards). For a regression: f in the targets&apos; original units.</source>
        <translation>Die vorhergesagte Klasse: die mit der größten Ausgabe (bei einer Ausgabe: die zweite Klasse ab der Schwelle). Bei einer Regression: f in der ursprünglichen Einheit der Zielwerte.</translation>
    </message>
    <message>
        <source>without unit {k}</source>
        <translation>ohne Einheit {k}</translation>
    </message>
    <message>
        <source>without units {ks}</source>
        <translation>ohne Einheiten {ks}</translation>
    </message>
    <message>
        <source>without {n} units</source>
        <translation>ohne {n} Einheiten</translation>
    </message>
    <message>
        <source>Ablated hidden units: the prediction is that of the others.</source>
        <translation>Ausgeschaltete verborgene Einheiten (Ablation): Die Vorhersage ist die der übrigen.</translation>
    </message>
</context>
<context>
    <name>Preparation</name>
    <message>
        <source>What is being prepared</source>
        <translation>Was vorbereitet wird</translation>
    </message>
    <message>
        <source>How much of it is done</source>
        <translation>Wie viel davon getan ist</translation>
    </message>
    <message>
        <source>about {n} s left</source>
        <translation>noch etwa {n} s</translation>
    </message>
</context>
<context>
    <name>ProblemBox</name>
    <message>
        <source>Why this cannot be opened</source>
        <translation>Warum sich das nicht öffnen lässt</translation>
    </message>
    <message>
        <source>Leave out these columns</source>
        <translation>Diese Spalten weglassen</translation>
    </message>
    <message>
        <source>Do not use the text columns that cannot be inputs.</source>
        <translation>Die Textspalten nicht verwenden, die keine Eingaben sein können.</translation>
    </message>
    <message>
        <source>Leave out such rows</source>
        <translation>Solche Zeilen weglassen</translation>
    </message>
    <message>
        <source>Do not use the rows with missing values.</source>
        <translation>Die Zeilen mit fehlenden Werten nicht verwenden.</translation>
    </message>
    <message>
        <source>Treat as missing</source>
        <translation>Als fehlend behandeln</translation>
    </message>
    <message>
        <source>Count this text as a missing value, and leave out the rows that have it.</source>
        <translation>Diesen Text als fehlenden Wert zählen und die Zeilen weglassen, in denen er steht.</translation>
    </message>
    <message>
        <source>Use as categories</source>
        <translation>Als Kategorien verwenden</translation>
    </message>
    <message>
        <source>Make a 0/1 input of every distinct value of this column (one-hot).</source>
        <translation>Aus jedem verschiedenen Wert dieser Spalte eine 0/1-Eingabe machen (one-hot).</translation>
    </message>
    <message>
        <source>“{text}”</source>
        <translation>„{text}“</translation>
    </message>
    <message>
        <source>Treat {texts} as missing</source>
        <translation>{texts} als fehlend behandeln</translation>
    </message>
</context>
<context>
    <name>ReadoutLine</name>
    <message>
        <source>Show all</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>Undo the zoom and show all entries</source>
        <translation>Den Zoom aufheben und alle Einträge zeigen</translation>
    </message>
</context>
<context>
    <name>RecipeCode</name>
    <message>
        <source>QR code of the recipe</source>
        <translation>QR-Code des Rezepts</translation>
    </message>
    <message>
        <source>Recipe of the run</source>
        <translation>Rezept des Laufs</translation>
    </message>
    <message>
        <source>{n} characters: paste them into bpviz to have this very run.</source>
        <translation>{n} Zeichen: in bpviz eingefügt, ergeben sie genau diesen Lauf.</translation>
    </message>
</context>
<context>
    <name>RegressionView</name>
    <message>
        <source>Predicted against true values</source>
        <translation>Vorhergesagte gegen wahre Werte</translation>
    </message>
    <message>
        <source>Every sample by its true value (across) and its predicted value (upwards), in the target&apos;s original units. Exact predictions lie on the dashed line. Click: show that sample. Right click: copy.</source>
        <translation>Jedes Beispiel nach seinem wahren Wert (waagerecht) und seinem vorhergesagten (senkrecht), in der ursprünglichen Einheit des Zielwerts. Auf der gestrichelten Linie liegt, was genau vorhergesagt ist. Klick: dieses Beispiel zeigen. Rechtsklick: kopieren.</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>Which output of the network is shown</source>
        <translation>Welche Ausgabe des Netzes gezeigt wird</translation>
    </message>
    <message>
        <source>R²: 1 − Σ(predicted − true)² / Σ(true − mean)², the share of the targets&apos; variance that the network explains; 1 is perfect, 0 no better than predicting the mean. RMSE: the root of the mean of (predicted − true)², in the target&apos;s original units.</source>
        <translation>R²: 1 − Σ(vorhergesagt − wahr)² / Σ(wahr − Mittel)², der Anteil der Varianz der Zielwerte, den das Netz erklärt; 1 ist vollkommen, 0 nicht besser als das Mittel vorherzusagen. RMSE: die Wurzel aus dem Mittel von (vorhergesagt − wahr)², in der ursprünglichen Einheit des Zielwerts.</translation>
    </message>
    <message>
        <source>true {name}</source>
        <translation>{name}, wahr</translation>
    </message>
    <message>
        <source>predicted {name}</source>
        <translation>{name}, vorhergesagt</translation>
    </message>
    <message>
        <source>R² {value}</source>
        <translation>R² {value}</translation>
    </message>
    <message>
        <source>RMSE {value}</source>
        <translation>RMSE {value}</translation>
    </message>
    <message>
        <source>{n} not finite</source>
        <translation>{n} nicht endlich</translation>
    </message>
    <message>
        <source>true {value}</source>
        <translation>wahr {value}</translation>
    </message>
    <message>
        <source>predicted {value}</source>
        <translation>vorhergesagt {value}</translation>
    </message>
    <message>
        <source>difference {value}</source>
        <translation>Differenz {value}</translation>
    </message>
    <message>
        <source>loss {loss}</source>
        <translation>Verlust {loss}</translation>
    </message>
</context>
<context>
    <name>RoleBar</name>
    <message>
        <source>No column is selected.</source>
        <translation>Keine Spalte ist ausgewählt.</translation>
    </message>
    <message>
        <source>Use the column “{name}” as</source>
        <translation>Die Spalte „{name}“ verwenden als</translation>
    </message>
    <message>
        <source>Use the {n} selected columns as</source>
        <translation>Die {n} ausgewählten Spalten verwenden als</translation>
    </message>
</context>
<context>
    <name>Roles</name>
    <message>
        <source>Target</source>
        <translation>Zielwert</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Not used</source>
        <translation>Nicht verwendet</translation>
    </message>
    <message>
        <source>Target y: the value to predict. Other targets become inputs; select several columns for several targets.</source>
        <translation>Zielwert y: der Wert, der vorhergesagt werden soll. Andere Zielspalten werden zu Eingaben; für mehrere Zielwerte mehrere Spalten auswählen.</translation>
    </message>
    <message>
        <source>Input x. A text column becomes one 0/1 input per distinct value (one-hot).</source>
        <translation>Eingabe x. Eine Textspalte wird zu einer 0/1-Eingabe je verschiedenem Wert (One-Hot).</translation>
    </message>
    <message>
        <source>Not used: left out.</source>
        <translation>Nicht verwendet: weggelassen.</translation>
    </message>
</context>
<context>
    <name>RuleHeader</name>
    <message>
        <source>both</source>
        <translation>beide</translation>
    </message>
    <message>
        <source>The gradients of one pair, and the curves along the run.</source>
        <translation>Die Gradienten eines Paars und die Kurven im Verlauf.</translation>
    </message>
    <message>
        <source>this pair</source>
        <translation>Paar</translation>
    </message>
    <message>
        <source>The gradients of one pair.</source>
        <translation>Die Gradienten eines Paars.</translation>
    </message>
    <message>
        <source>along the run</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>The curves along the steps.</source>
        <translation>Die Kurven im Verlauf der Schritte.</translation>
    </message>
    <message>
        <source>Compare the gradients of W₁, which the two rules compute differently.</source>
        <translation>Die Gradienten von W₁ vergleichen, in denen sich die Regeln unterscheiden.</translation>
    </message>
    <message>
        <source>Compare the gradients of W₂, which are the same by both rules.</source>
        <translation>Die Gradienten von W₂ vergleichen, in denen beide Regeln übereinstimmen.</translation>
    </message>
    <message>
        <source>Tiles</source>
        <translation>Kacheln</translation>
    </message>
    <message>
        <source>Draw the row of each unit as a picture</source>
        <translation>Die Zeile jeder Einheit als Bild zeichnen</translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation>Matrix</translation>
    </message>
    <message>
        <source>Draw the matrix: a row for each hidden unit</source>
        <translation>Die Matrix zeichnen: eine Zeile für jede verborgene Einheit</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>Differenz</translation>
    </message>
    <message>
        <source>Show a fourth heatmap: the printed gradient minus the exact one.</source>
        <translation>Eine vierte Heatmap zeigen: der gedruckte Gradient minus der exakte.</translation>
    </message>
    <message>
        <source>The pair whose gradients are compared: the selected one, otherwise that of the current step.</source>
        <translation>Das Paar, dessen Gradienten verglichen werden: das ausgewählte, sonst das des aktuellen Schritts.</translation>
    </message>
    <message>
        <source>Colour scale, the same for all heatmaps. It grows at once with the gradients and shrinks slowly.</source>
        <translation>Farbskala, für alle Heatmaps gleich. Sie wächst sofort mit den Gradienten und schrumpft langsam.</translation>
    </message>
</context>
<context>
    <name>RuleHeatmaps</name>
    <message>
        <source>hidden unit k; the first {rows} of {all}</source>
        <translation>verborgene Einheit k; die ersten {rows} von {all}</translation>
    </message>
    <message>
        <source>one tile per hidden unit k; the first {rows} of {all}</source>
        <translation>eine Kachel je verborgener Einheit k; die ersten {rows} von {all}</translation>
    </message>
    <message>
        <source>one tile per hidden unit k; the constant input below it</source>
        <translation>eine Kachel je verborgener Einheit k; darunter die konstante Eingabe</translation>
    </message>
</context>
<context>
    <name>RulePanel</name>
    <message>
        <source>{pair} at step {step}</source>
        <translation>{pair} in Schritt {step}</translation>
    </message>
    <message>
        <source>Point at a weight to read its gradient by all three, click to select it.</source>
        <translation>Auf ein Gewicht zeigen: seinen Gradienten in allen dreien ablesen; Klick: auswählen.</translation>
    </message>
</context>
<context>
    <name>RuleWords</name>
    <message>
        <source>(E(w + s) − E(w − s)) / 2s for each weight w by itself, from the loss alone, without any formula for a gradient. Computed while the run is paused.</source>
        <translation>(E(w + s) − E(w − s)) / 2s für jedes Gewicht w einzeln, allein aus dem Verlust, ohne eine Formel für den Gradienten. Berechnet, während der Lauf pausiert.</translation>
    </message>
    <message>
        <source>; {ratio} times as large.</source>
        <translation>; {ratio}-mal so groß.</translation>
    </message>
    <message>
        <source>A gradient is not finite at these weights: go back and choose a smaller λ.</source>
        <translation>Ein Gradient ist bei diesen Gewichten nicht endlich: zurückgehen und ein kleineres λ wählen.</translation>
    </message>
    <message>
        <source>Both ∂W₁ are 0 at this pair: there is no direction to compare.</source>
        <translation>Beide ∂W₁ sind bei diesem Paar 0: Es gibt keine Richtung zu vergleichen.</translation>
    </message>
    <message>
        <source>Cosine to the finite differences, first {rows} units: exact {exact}, as printed {printed}.</source>
        <translation>Kosinus zu den finiten Differenzen, erste {rows} Einheiten: exakt {exact}, wie gedruckt {printed}.</translation>
    </message>
    <message>
        <source>Cosine to the finite differences: exact {exact}, as printed {printed}.</source>
        <translation>Kosinus zu den finiten Differenzen: exakt {exact}, wie gedruckt {printed}.</translation>
    </message>
    <message>
        <source>Backpropagated error: exact {low}, as printed {same}.</source>
        <translation>Zurückgeführter Fehler: exakt {low}, wie gedruckt {same}.</translation>
    </message>
    <message>
        <source>Backpropagated error at hidden unit k: exact {low} … {high}, by column k of W₂; as printed {same} for every k.</source>
        <translation>Zurückgeführter Fehler an der verborgenen Einheit k: exakt {low} … {high}, nach Spalte k von W₂; wie gedruckt {same} für jedes k.</translation>
    </message>
    <message>
        <source>Backpropagated error at hidden unit k: exact {low} … {high}; as printed {same} for every k.</source>
        <translation>Zurückgeführter Fehler an Einheit k: exakt {low} … {high}; wie gedruckt {same} für jedes k.</translation>
    </message>
    <message>
        <source>Backpropagated error at the hidden units: exact {low}, as printed {same}.</source>
        <translation>Zurückgeführter Fehler an den verborgenen Einheiten: exakt {low}, wie gedruckt {same}.</translation>
    </message>
    <message>
        <source>Here the printed ∂W₁ points in the same direction as the exact one: cosine {cosine}</source>
        <translation>Hier zeigt das gedruckte ∂W₁ in dieselbe Richtung wie das exakte: Kosinus {cosine}</translation>
    </message>
    <message>
        <source>Same way: cosine {cosine}</source>
        <translation>Gleiche Richtung: cos {cosine}</translation>
    </message>
    <message>
        <source>Error: exact {low} … {high}; printed {same} for all.</source>
        <translation>Fehler: exakt {low} … {high}; gedruckt {same} für alle.</translation>
    </message>
    <message>
        <source>Error: exact {low}; printed {same}.</source>
        <translation>Fehler: exakt {low}; gedruckt {same}.</translation>
    </message>
    <message>
        <source>Error: {low2} … {high2}; printed {same2}</source>
        <translation>Fehler: {low2} … {high2}; gedruckt {same2}</translation>
    </message>
    <message>
        <source>The exact ∂W₁ is 0 at this pair, the printed one is not.</source>
        <translation>Das exakte ∂W₁ ist bei diesem Paar 0, das gedruckte nicht.</translation>
    </message>
    <message>
        <source>The finite differences are 0: the loss changes by less than rounding.</source>
        <translation>Die finiten Differenzen sind 0: Der Verlust ändert sich um weniger als die Rundung.</translation>
    </message>
    <message>
        <source>Computing the finite differences: {done} of ∂W₁.</source>
        <translation>Die finiten Differenzen werden berechnet: {done} von ∂W₁.</translation>
    </message>
    <message>
        <source>Computing the finite differences…</source>
        <translation>Die finiten Differenzen werden berechnet…</translation>
    </message>
    <message>
        <source>The finite differences are computed when the run is paused.</source>
        <translation>Die finiten Differenzen werden berechnet, sobald der Lauf pausiert.</translation>
    </message>
    <message>
        <source>The printed gradient minus the exact one: its error.</source>
        <translation>Der gedruckte Gradient minus der exakte: sein Fehler.</translation>
    </message>
    <message>
        <source>The printed ∂W₁ is 0 at this pair, the exact one is not.</source>
        <translation>Das gedruckte ∂W₁ ist bei diesem Paar 0, das exakte nicht.</translation>
    </message>
    <message>
        <source>The printed ∂W₁ is turned by {angle} from the exact one: cosine {cosine}</source>
        <translation>Das gedruckte ∂W₁ ist gegen das exakte um {angle} gedreht: Kosinus {cosine}</translation>
    </message>
    <message>
        <source>The printed ∂W₁ leads uphill, {angle} from the exact one: cosine {cosine}</source>
        <translation>Das gedruckte ∂W₁ führt bergauf, um {angle} gegen das exakte gedreht: Kosinus {cosine}</translation>
    </message>
    <message>
        <source>Same direction: cosine {cosine}</source>
        <translation>Gleiche Richtung: Kosinus {cosine}</translation>
    </message>
    <message>
        <source>Turned by {angle}: cosine {cosine}</source>
        <translation>Um {angle} gedreht: Kosinus {cosine}</translation>
    </message>
    <message>
        <source>Uphill, turned by {angle}: cosine {cosine}</source>
        <translation>Bergauf, um {angle} gedreht: Kosinus {cosine}</translation>
    </message>
    <message>
        <source>Uphill, {angle}: cosine {cosine}</source>
        <translation>Bergauf, {angle}: cos {cosine}</translation>
    </message>
    <message>
        <source>What reaches hidden unit k before it is multiplied by σ₁′(z1ₖ): exact Σⱼ δ2ⱼ W₂ⱼₖ, with column k of W₂; as printed Σⱼ δ2ⱼ, with ones. The two rules differ in nothing else.</source>
        <translation>Was die verborgene Einheit k erreicht, bevor es mit σ₁′(z1ₖ) multipliziert wird: exakt Σⱼ δ2ⱼ W₂ⱼₖ, mit Spalte k von W₂; wie gedruckt Σⱼ δ2ⱼ, mit Einsen. Sonst unterscheiden sich die beiden Regeln nicht.</translation>
    </message>
    <message>
        <source>With one output the printed rule misses a factor: its row k is the exact one divided by W₂[{first}, k]. Rows of units with W₂[{first}, k] above 0 point the right way, those of the others exactly the wrong way. ∂W₂ is right, so that a small problem such as XOR may be learned all the same; with several outputs each unit needs a column of its own.</source>
        <translation>Bei einer Ausgabe fehlt der gedruckten Regel ein Faktor: Ihre Zeile k ist die exakte geteilt durch W₂[{first}, k]. Zeilen von Einheiten mit W₂[{first}, k] über 0 zeigen in die richtige Richtung, die der anderen genau in die falsche. ∂W₂ stimmt, sodass eine kleine Aufgabe wie XOR trotzdem gelernt werden kann; bei mehreren Ausgaben braucht jede Einheit eine eigene Spalte.</translation>
    </message>
    <message>
        <source>as printed</source>
        <translation>wie gedruckt</translation>
    </message>
    <message>
        <source>as printed − exact</source>
        <translation>wie gedruckt − exakt</translation>
    </message>
    <message>
        <source>at a kink of ReLU</source>
        <translation>an einem Knick von ReLU</translation>
    </message>
    <message>
        <source>differences</source>
        <translation>Differenzen</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>exakt</translation>
    </message>
    <message>
        <source>finite differences</source>
        <translation>finite Differenzen</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>Differenz</translation>
    </message>
    <message>
        <source>One output: column k of W₂ is a number, W₂ₖ. Only its size and its sign ({n} of {l} below 0) are missing as printed, so both rules may learn.</source>
        <translation>Eine Ausgabe: Spalte k von W₂ ist eine Zahl, W₂ₖ. Wie gedruckt fehlen nur ihre Größe und ihr Vorzeichen ({n} von {l} unter 0), daher können beide Regeln lernen.</translation>
    </message>
    <message>
        <source>One output: only size and sign of W₂ₖ ({n} of {l} below 0) are missing; both may learn.</source>
        <translation>Eine Ausgabe: Nur Größe und Vorzeichen von W₂ₖ ({n} von {l} &lt; 0) fehlen; beide können lernen.</translation>
    </message>
    <message>
        <source>One output: only size and sign of W₂ₖ are missing.</source>
        <translation>Eine Ausgabe: Nur Größe und Vorzeichen von W₂ₖ fehlen.</translation>
    </message>
    <message>
        <source>One output: only size and sign of W₂ₖ are missing; both may learn.</source>
        <translation>Eine Ausgabe: Nur Größe und Vorzeichen von W₂ₖ fehlen; beide können lernen.</translation>
    </message>
    <message>
        <source>Only size and sign of W₂ₖ are missing.</source>
        <translation>Nur Größe und Vorzeichen von W₂ₖ fehlen.</translation>
    </message>
    <message>
        <source>The chain rule: the error δ2 comes back to hidden unit k by its weight W₂ₖ, and σ₁′ is taken where the unit stands, at W₁ₖ x.</source>
        <translation>Die Kettenregel: Der Fehler δ2 kommt über das Gewicht W₂ₖ zur verborgenen Einheit k zurück, und σ₁′ wird dort genommen, wo die Einheit steht, bei W₁ₖ x.</translation>
    </message>
    <message>
        <source>The chain rule: the errors δ2 come back to hidden unit k by column k of W₂, and σ₁′ is taken where the unit stands, at W₁ₖ x.</source>
        <translation>Die Kettenregel: Die Fehler δ2 kommen über Spalte k von W₂ zur verborgenen Einheit k zurück, und σ₁′ wird dort genommen, wo die Einheit steht, bei W₁ₖ x.</translation>
    </message>
    <message>
        <source>The h in σ₁′ is a second slip: W₁ₖ h exists only for n = l. It is read as W₁ₖ x, since nothing could be computed otherwise.</source>
        <translation>Das h in σ₁′ ist ein zweiter Fehler: W₁ₖ h gibt es nur für n = l. Es wird als W₁ₖ x gelesen, denn sonst ließe sich nichts berechnen.</translation>
    </message>
    <message>
        <source>Wrong: the 1, of the note&apos;s vector of ones, stands where W₂ₖ belongs.</source>
        <translation>Falsch: Die 1 aus dem Einsenvektor des Skripts steht dort, wo W₂ₖ hingehört.</translation>
    </message>
    <message>
        <source>Wrong: the 1, of the note&apos;s vector of ones, stands where column k of W₂ belongs.</source>
        <translation>Falsch: Die 1 aus dem Einsenvektor des Skripts steht dort, wo Spalte k von W₂ hingehört.</translation>
    </message>
    <message>
        <source>numerical</source>
        <translation>numerisch</translation>
    </message>
    <message>
        <source>printed</source>
        <translation>gedruckt</translation>
    </message>
    <message>
        <source>{angle}: cosine {cosine}</source>
        <translation>{angle}: cos {cosine}</translation>
    </message>
    <message>
        <source>{low} … {high}; printed {same}</source>
        <translation>{low} … {high}; gedr. {same}</translation>
    </message>
    <message>
        <source>∂W₁ = δ1 xᵀ with δ1ₖ = (Σⱼ δ2ⱼ W₂ⱼₖ) σ₁′(z1ₖ): the chain rule, with column k of W₂. ∂W₂ = δ2 hᵀ.</source>
        <translation>∂W₁ = δ1 xᵀ mit δ1ₖ = (Σⱼ δ2ⱼ W₂ⱼₖ) σ₁′(z1ₖ): die Kettenregel, mit Spalte k von W₂. ∂W₂ = δ2 hᵀ.</translation>
    </message>
    <message>
        <source>∂W₁ as the note prints it: δ1ₖ = (Σⱼ δ2ⱼ) σ₁′(z1ₖ). A vector of ones takes the place of column k of W₂, so every hidden unit gets the same error. ∂W₂ is as in the exact rule.</source>
        <translation>∂W₁, wie das Skript es druckt: δ1ₖ = (Σⱼ δ2ⱼ) σ₁′(z1ₖ). Ein Vektor aus Einsen steht an der Stelle von Spalte k von W₂, also bekommt jede verborgene Einheit denselben Fehler. ∂W₂ ist wie bei der exakten Regel.</translation>
    </message>
    <message>
        <source>∂W₂ is the same by both rules.</source>
        <translation>∂W₂ ist nach beiden Regeln gleich.</translation>
    </message>
    <message>
        <source>∂W₂ is the same by both rules: only ∂W₁ is misprinted.</source>
        <translation>∂W₂ ist nach beiden Regeln gleich: Nur ∂W₁ ist falsch gedruckt.</translation>
    </message>
</context>
<context>
    <name>RunActions</name>
    <message>
        <source>Run</source>
        <translation>Laufen lassen</translation>
    </message>
    <message>
        <source>Train until paused, or pause after the current step.</source>
        <translation>Trainieren, bis pausiert wird, oder nach dem aktuellen Schritt pausieren.</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Train on the next pair, as often as Steps per press says, then pause.</source>
        <translation>Mit dem nächsten Paar trainieren, so oft, wie „Schrittzahl“ sagt, dann pausieren.</translation>
    </message>
    <message>
        <source>Step back</source>
        <translation>Schritt zurück</translation>
    </message>
    <message>
        <source>Return to the exact weights of before, as many steps back as Steps per press says.</source>
        <translation>Zurück zu genau den Gewichten davor, um so viele Schritte, wie „Schrittzahl“ sagt.</translation>
    </message>
    <message>
        <source>Forward one epoch</source>
        <translation>Eine Epoche vor</translation>
    </message>
    <message>
        <source>Train on as many pairs as the data set has (one epoch, m steps), then pause.</source>
        <translation>Mit so vielen Paaren trainieren, wie der Datensatz hat (eine Epoche, m Schritte), dann pausieren.</translation>
    </message>
    <message>
        <source>Back one epoch</source>
        <translation>Eine Epoche zurück</translation>
    </message>
    <message>
        <source>Return to the exact weights one epoch (m steps) ago.</source>
        <translation>Zurück zu genau den Gewichten vor einer Epoche (m Schritten).</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Neu beginnen</translation>
    </message>
    <message>
        <source>Go back to step 0: the same initial weights and the same draws.</source>
        <translation>Zurück zu Schritt 0: dieselben Anfangsgewichte und dieselben Ziehungen.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel a long move through the run or the loading of a data set; the run stays as it was.</source>
        <translation>Einen langen Sprung durch den Lauf oder das Laden eines Datensatzes abbrechen; der Lauf bleibt, wie er war.</translation>
    </message>
    <message>
        <source>Increase λ</source>
        <translation>λ erhöhen</translation>
    </message>
    <message>
        <source>Multiply the learning rate λ by about 1.26, one notch.</source>
        <translation>Die Lernrate λ mit etwa 1,26 multiplizieren, eine Raste.</translation>
    </message>
    <message>
        <source>Decrease λ</source>
        <translation>λ verringern</translation>
    </message>
    <message>
        <source>Divide the learning rate λ by about 1.26, one notch.</source>
        <translation>Die Lernrate λ durch etwa 1,26 teilen, eine Raste.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausieren</translation>
    </message>
</context>
<context>
    <name>RunDocument</name>
    <message>
        <source>New run</source>
        <translation>Neuer Lauf</translation>
    </message>
    <message>
        <source>Begin a new run with the settings and the data at hand; the one so far stays in the list of branches.</source>
        <translation>Einen neuen Lauf mit den jetzigen Einstellungen und Daten beginnen; der bisherige bleibt in der Liste der Zweige.</translation>
    </message>
    <message>
        <source>Save run</source>
        <translation>Lauf speichern</translation>
    </message>
    <message>
        <source>Write the run with its branches, changes and breakpoints to its file.</source>
        <translation>Den Lauf mit seinen Zweigen, Änderungen und Haltepunkten in seine Datei schreiben.</translation>
    </message>
    <message>
        <source>Save run as…</source>
        <translation>Lauf speichern unter …</translation>
    </message>
    <message>
        <source>Write the run to another file, which is its file from then on.</source>
        <translation>Den Lauf in eine andere Datei schreiben, die von da an seine ist.</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Kopie speichern …</translation>
    </message>
    <message>
        <source>Write the run to another file; its own file stays what it is.</source>
        <translation>Den Lauf in eine andere Datei schreiben; seine eigene bleibt, was sie ist.</translation>
    </message>
    <message>
        <source>Copy recipe</source>
        <translation>Rezept kopieren</translation>
    </message>
    <message>
        <source>Copy the whole run as a text of a few hundred characters, from which anybody has it computed again, to the last bit.</source>
        <translation>Den ganzen Lauf als Text von einigen hundert Zeichen kopieren, aus dem ihn jeder aufs letzte Bit genau neu berechnen lassen kann.</translation>
    </message>
    <message>
        <source>Show recipe as QR code…</source>
        <translation>Rezept als QR-Code zeigen …</translation>
    </message>
    <message>
        <source>Show the recipe large enough for phones to read it from a screen.</source>
        <translation>Das Rezept so groß zeigen, dass Telefone es vom Bildschirm lesen.</translation>
    </message>
    <message>
        <source>Paste recipe</source>
        <translation>Rezept einfügen</translation>
    </message>
    <message>
        <source>Compute the run of a recipe that was copied.</source>
        <translation>Den Lauf eines kopierten Rezepts berechnen.</translation>
    </message>
    <message>
        <source>{run} · bpviz</source>
        <translation>{run} · bpviz</translation>
    </message>
    <message>
        <source>Where is the data of this run?</source>
        <translation>Wo sind die Daten dieses Laufs?</translation>
    </message>
    <message>
        <source>It is missing or has changed since the run was saved: {source}</source>
        <translation>Sie fehlen oder wurden seit dem Speichern geändert: {source}</translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation>Datei wählen …</translation>
    </message>
    <message>
        <source>Data of the run</source>
        <translation>Daten des Laufs</translation>
    </message>
    <message>
        <source>bpviz ended before a run was saved. Bring it back?</source>
        <translation>bpviz wurde beendet, bevor ein Lauf gespeichert war. Soll er zurückgeholt werden?</translation>
    </message>
    <message>
        <source>{title}, at step {step}, {when}.</source>
        <translation>{title}, bei Schritt {step}, {when}.</translation>
    </message>
    <message>
        <source>Use weights alone</source>
        <translation>Nur die Gewichte verwenden</translation>
    </message>
    <message>
        <source>{title}, {when}.</source>
        <translation>{title}, {when}.</translation>
    </message>
    <message>
        <source>A run</source>
        <translation>Ein Lauf</translation>
    </message>
    <message>
        <source>Older runs beside it: {n}.</source>
        <translation>Ältere Läufe daneben: {n}.</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Close, and give up the export?</source>
        <translation>Schließen und den Export aufgeben?</translation>
    </message>
    <message>
        <source>Save “{name}” before the window closes?</source>
        <translation>„{name}“ speichern, bevor sich das Fenster schließt?</translation>
    </message>
    <message>
        <source>{name} is still being written, and is lost when the window closes.</source>
        <translation>{name} wird noch geschrieben und geht verloren, wenn sich das Fenster schließt.</translation>
    </message>
    <message>
        <source>The recipe was copied: {n} characters.</source>
        <translation>Das Rezept wurde kopiert: {n} Zeichen.</translation>
    </message>
    <message>
        <source>Save a copy of the run</source>
        <translation>Kopie des Laufs speichern</translation>
    </message>
    <message>
        <source>Runs of bpviz</source>
        <translation>Läufe von bpviz</translation>
    </message>
    <message>
        <source>Saved: {name}</source>
        <translation>Gespeichert: {name}</translation>
    </message>
    <message>
        <source>bpviz</source>
        <translation>bpviz</translation>
    </message>
    <message>
        <source>Without it nothing can be computed of the run. The weights that it kept can begin a new one, of the data at hand.</source>
        <translation>Ohne sie lässt sich von dem Lauf nichts berechnen. Mit den Gewichten, die er aufbewahrt hat, kann ein neuer beginnen, mit den Daten, die gerade da sind.</translation>
    </message>
    <message>
        <source>Close although older runs are not saved?</source>
        <translation>Schließen, obwohl ältere Läufe nicht gespeichert sind?</translation>
    </message>
    <message>
        <source>Save the run before the window closes?</source>
        <translation>Den Lauf speichern, bevor sich das Fenster schließt?</translation>
    </message>
    <message>
        <source>What was trained and changed since it was saved is lost otherwise.</source>
        <translation>Was seit dem Speichern trainiert und geändert wurde, geht sonst verloren.</translation>
    </message>
    <message>
        <source>It was never saved, and is lost otherwise.</source>
        <translation>Er wurde nie gespeichert und geht sonst verloren.</translation>
    </message>
    <message>
        <source>Older runs in the list of branches that are not saved: {n}.</source>
        <translation>Nicht gespeicherte ältere Läufe in der Liste der Zweige: {n}.</translation>
    </message>
    <message>
        <source>To keep one, cancel, go to a branch of it, and save it.</source>
        <translation>Um einen zu behalten: abbrechen, zu einem seiner Zweige gehen und ihn speichern.</translation>
    </message>
    <message>
        <source>The recipe has {n} characters, more than the {most} of a QR code. Copy it, or save the run.</source>
        <translation>Das Rezept hat {n} Zeichen, mehr als die {most} eines QR-Codes. Es kopieren, oder den Lauf speichern.</translation>
    </message>
    <message>
        <source>There is no text to paste. Copy a recipe first.</source>
        <translation>Es gibt keinen Text zum Einfügen. Zuerst ein Rezept kopieren.</translation>
    </message>
</context>
<context>
    <name>SampleActions</name>
    <message>
        <source>Train on this next</source>
        <translation>Als Nächstes damit trainieren</translation>
    </message>
    <message>
        <source>Keep training on this</source>
        <translation>Weiter damit trainieren</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Auslassen</translation>
    </message>
    <message>
        <source>Breakpoint here</source>
        <translation>Haltepunkt hier</translation>
    </message>
    <message>
        <source>This sample</source>
        <translation>Dieses Beispiel</translation>
    </message>
    <message>
        <source>Actions for this sample</source>
        <translation>Aktionen für dieses Beispiel</translation>
    </message>
    <message>
        <source>Train on this sample next, keep training on it, skip it, or add a breakpoint on it</source>
        <translation>Als Nächstes mit diesem Beispiel trainieren, weiter damit trainieren, es auslassen oder einen Haltepunkt darauf setzen</translation>
    </message>
    <message>
        <source>Train the current step on this pair instead of the one drawn. If its update has begun, the next step does.</source>
        <translation>Den aktuellen Schritt mit diesem Paar statt mit dem gezogenen trainieren. Hat seine Aktualisierung schon begonnen, dann den nächsten.</translation>
    </message>
    <message>
        <source>Train every step from here on with this pair; turn it off to draw pairs again.</source>
        <translation>Jeden Schritt ab hier mit diesem Paar trainieren; wird es ausgeschaltet, werden wieder Paare gezogen.</translation>
    </message>
    <message>
        <source>Leave out the pair of the current step; the next one drawn takes its place. Available while that pair is the one shown here.</source>
        <translation>Das Paar des aktuellen Schritts auslassen; das nächste gezogene tritt an seine Stelle. Verfügbar, solange dieses Paar das hier gezeigte ist.</translation>
    </message>
    <message>
        <source>Breakpoint: stop the run at every step that trains on this pair, before its update.</source>
        <translation>Haltepunkt: den Lauf in jedem Schritt anhalten, der mit diesem Paar trainiert, vor der Aktualisierung.</translation>
    </message>
    <message>
        <source>Train the current step on a copy of this pair instead of the one drawn. It is a test sample: afterwards the network has been trained on part of the test set.</source>
        <translation>Den aktuellen Schritt mit einer Kopie dieses Paars statt mit dem gezogenen trainieren. Es ist ein Testbeispiel: Danach ist das Netz mit einem Teil der Testdaten trainiert.</translation>
    </message>
    <message>
        <source>Not possible for a test sample. Train on it next, then keep training on that pair.</source>
        <translation>Bei einem Testbeispiel nicht möglich. Als Nächstes damit trainieren, dann weiter mit diesem Paar.</translation>
    </message>
    <message>
        <source>Not possible for a test sample: no step draws it.</source>
        <translation>Bei einem Testbeispiel nicht möglich: Kein Schritt zieht es.</translation>
    </message>
    <message>
        <source>Not possible for a test sample: choose a sample of the training set for a breakpoint.</source>
        <translation>Bei einem Testbeispiel nicht möglich: Für einen Haltepunkt ein Beispiel der Trainingsdaten wählen.</translation>
    </message>
    <message>
        <source>{name}: every step trains on it.</source>
        <translation>{name}: Jeder Schritt trainiert damit.</translation>
    </message>
    <message>
        <source>Chosen for every step: all steps train on this pair.</source>
        <translation>Für jeden Schritt gewählt: Alle trainieren mit diesem Paar.</translation>
    </message>
    <message>
        <source>{name}, instead of the pair drawn.</source>
        <translation>{name}, statt des gezogenen Paars.</translation>
    </message>
    <message>
        <source>Chosen for this step, instead of the pair drawn.</source>
        <translation>Für diesen Schritt gewählt, statt des gezogenen Paars.</translation>
    </message>
</context>
<context>
    <name>SampleChooser</name>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Show samples of the training set</source>
        <translation>Beispiele der Trainingsdaten zeigen</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Show samples of the test set, which the network is never trained on</source>
        <translation>Beispiele der Testdaten zeigen, mit denen nie trainiert wird</translation>
    </message>
    <message>
        <source>Previous sample</source>
        <translation>Vorheriges Beispiel</translation>
    </message>
    <message>
        <source>Next sample</source>
        <translation>Nächstes Beispiel</translation>
    </message>
    <message>
        <source>Index of the sample</source>
        <translation>Index des Beispiels</translation>
    </message>
    <message>
        <source>Follow the run</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>Show the pair of the next step instead of a chosen one</source>
        <translation>Das Paar des nächsten Schritts statt eines gewählten zeigen</translation>
    </message>
    <message>
        <source>Index of the sample shown, counted from {first} in its set; type an index to show that sample. {nothing} stands for a custom pair.</source>
        <translation>Index des gezeigten Beispiels, ab {first} gezählt in seinem Teil der Daten; einen Index eingeben, um dieses Beispiel zu zeigen. {nothing} steht für ein eigenes Paar.</translation>
    </message>
    <message>
        <source>of {count}</source>
        <translation>von {count}</translation>
    </message>
</context>
<context>
    <name>SampleColumns</name>
    <message>
        <source>Frobenius norm of the gradient. Click to sort by it.</source>
        <translation>Frobeniusnorm des Gradienten. Klick sortiert danach.</translation>
    </message>
    <message>
        <source>Input {name}, as the network sees it</source>
        <translation>Eingabe {name}, wie das Netz sie sieht</translation>
    </message>
    <message>
        <source>Output minus target, in the target&apos;s original units. Click to sort by its magnitude.</source>
        <translation>Ausgabe minus Zielwert in der ursprünglichen Einheit. Klick sortiert nach dem Betrag.</translation>
    </message>
    <message>
        <source>The predicted class: the one with the largest output; ✗ where it is wrong</source>
        <translation>Die vorhergesagte Klasse: die mit der größten Ausgabe; ✗, wo sie falsch ist</translation>
    </message>
    <message>
        <source>The true class</source>
        <translation>Die wahre Klasse</translation>
    </message>
    <message>
        <source>The output, in the target&apos;s original units</source>
        <translation>Die Ausgabe in der ursprünglichen Einheit des Zielwerts</translation>
    </message>
    <message>
        <source>Index of the sample, counted from {first}. Click to sort by it.</source>
        <translation>Index des Beispiels, ab {first} gezählt. Klick sortiert danach.</translation>
    </message>
    <message>
        <source>The target, in its original units</source>
        <translation>Der Zielwert in seiner ursprünglichen Einheit</translation>
    </message>
    <message>
        <source>What the steps on this sample added, in the unit of the weight</source>
        <translation>Was die Schritte mit diesem Beispiel hinzugefügt haben, in der Einheit des Gewichts</translation>
    </message>
    <message>
        <source>class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>index</source>
        <translation>Index</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>predicted</source>
        <translation>vorhergesagt</translation>
    </message>
    <message>
        <source>target</source>
        <translation>Zielwert</translation>
    </message>
    <message>
        <source>‖f − y‖²: the sum of squared differences. Click to sort by it.</source>
        <translation>‖f − y‖²: die Summe der quadrierten Differenzen. Klick sortiert danach.</translation>
    </message>
</context>
<context>
    <name>SampleFigures</name>
    <message>
        <source>predicted</source>
        <translation>Vorhersage</translation>
    </message>
    <message>
        <source>class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>error f − y</source>
        <translation>Fehler f − y</translation>
    </message>
    <message>
        <source>Output minus target, in the targets&apos; original units</source>
        <translation>Ausgabe minus Zielwert, in der ursprünglichen Einheit der Zielwerte</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>Magnitude of its gradient: ‖δ1‖ ‖x‖</source>
        <translation>Betrag seines Gradienten: ‖δ1‖ ‖x‖</translation>
    </message>
    <message>
        <source>Magnitude of its gradient: ‖δ2‖ ‖h‖</source>
        <translation>Betrag seines Gradienten: ‖δ2‖ ‖h‖</translation>
    </message>
    <message>
        <source>predicted ✓</source>
        <translation>Vorhersage ✓</translation>
    </message>
    <message>
        <source>‖f − y‖²: the sum of squared differences over the outputs</source>
        <translation>‖f − y‖²: die Summe der quadrierten Differenzen über die Ausgaben</translation>
    </message>
    <message>
        <source>The output f, in the targets&apos; original units</source>
        <translation>Die Ausgabe f, in der ursprünglichen Einheit der Zielwerte</translation>
    </message>
    <message>
        <source>The target y, in its original units</source>
        <translation>Der Zielwert y, in seiner ursprünglichen Einheit</translation>
    </message>
    <message>
        <source>‖f − y‖²: the squared difference of the scaled values, as the network sees them</source>
        <translation>‖f − y‖²: die quadrierte Differenz der skalierten Werte, wie das Netz sie sieht</translation>
    </message>
    <message>
        <source>The predicted class: the one with the largest output; with one output, 1 from the threshold upwards. ✓ if it is the true class, ✗ if not.</source>
        <translation>Die vorhergesagte Klasse: die mit der größten Ausgabe; bei einer Ausgabe 1 ab der Schwelle. ✓, wenn es die wahre Klasse ist, ✗, wenn nicht.</translation>
    </message>
    <message>
        <source>The true class</source>
        <translation>Die wahre Klasse</translation>
    </message>
    <message>
        <source>target y</source>
        <translation>Zielwert y</translation>
    </message>
    <message>
        <source>output f</source>
        <translation>Ausgabe f</translation>
    </message>
    <message>
        <source>predicted ✗</source>
        <translation>Vorhersage ✗</translation>
    </message>
</context>
<context>
    <name>SampleGrid</name>
    <message>
        <source>Samples as pictures</source>
        <translation>Beispiele als Bilder</translation>
    </message>
    <message>
        <source>Click: show the sample. Double click or Return: train on it next. Arrows, PageUp, PageDown, Home and End go to another one; type an index to go there. ✗ and a corner: misclassified, and the class predicted instead. Ctrl and the wheel: size of the pictures.</source>
        <translation>Klick: das Beispiel zeigen. Doppelklick oder Eingabetaste: als Nächstes damit trainieren. Pfeile, Bild auf, Bild ab, Pos1 und Ende gehen zu einem anderen; einen Index eingeben, um dorthin zu gehen. ✗ und eine Ecke: falsch klassifiziert, und die stattdessen vorhergesagte Klasse. Strg und Mausrad: Größe der Bilder.</translation>
    </message>
</context>
<context>
    <name>SampleMenu</name>
    <message>
        <source>Not possible for a test sample: steps draw from the training set.</source>
        <translation>Bei einem Testbeispiel nicht möglich: Schritte ziehen aus den Trainingsdaten.</translation>
    </message>
    <message>
        <source>Show {name}</source>
        <translation>{name} zeigen</translation>
    </message>
    <message>
        <source>Train on it next</source>
        <translation>Als Nächstes damit trainieren</translation>
    </message>
    <message>
        <source>Keep training on it</source>
        <translation>Weiter damit trainieren</translation>
    </message>
    <message>
        <source>Train every step from here on with this pair; turn it off to draw pairs again</source>
        <translation>Jeden Schritt ab hier mit diesem Paar trainieren; wird es ausgeschaltet, werden wieder Paare gezogen</translation>
    </message>
    <message>
        <source>Breakpoint on this sample</source>
        <translation>Haltepunkt auf diesem Beispiel</translation>
    </message>
    <message>
        <source>Stop the run at every step that trains on this pair, before its update</source>
        <translation>Den Lauf in jedem Schritt anhalten, der mit diesem Paar trainiert, vor der Aktualisierung</translation>
    </message>
    <message>
        <source>Copy values</source>
        <translation>Werte kopieren</translation>
    </message>
    <message>
        <source>Copy the list</source>
        <translation>Die Liste kopieren</translation>
    </message>
    <message>
        <source>A line for each listed sample: index, class, predicted class, loss, ‖∂W‖</source>
        <translation>Eine Zeile für jedes aufgelistete Beispiel: Index, Klasse, vorhergesagte Klasse, Verlust, ‖∂W‖</translation>
    </message>
    <message>
        <source>It is a test sample: afterwards the test results no longer show how the network does on samples that it has not seen.</source>
        <translation>Es ist ein Testbeispiel: Danach zeigen die Testergebnisse nicht mehr, wie gut das Netz auf Beispielen ist, die es nicht gesehen hat.</translation>
    </message>
    <message>
        <source>Train the current step on this pair instead of the one drawn. If its update has begun, the next step does.</source>
        <translation>Den aktuellen Schritt mit diesem Paar statt mit dem gezogenen trainieren. Hat seine Aktualisierung schon begonnen, dann den nächsten.</translation>
    </message>
</context>
<context>
    <name>SampleTable</name>
    <message>
        <source>Samples as a table</source>
        <translation>Beispiele als Tabelle</translation>
    </message>
    <message>
        <source>Click: show the sample. Double click or Return: train on it next. Up, Down, PageUp, PageDown, Home and End go to another one; type an index to go there. Left and Right scroll. Click a column header to sort.</source>
        <translation>Klick: das Beispiel zeigen. Doppelklick oder Eingabetaste: als Nächstes damit trainieren. ↑, ↓, Bild auf, Bild ab, Pos1 und Ende gehen zu einem anderen; einen Index eingeben, um dorthin zu gehen. ← und → scrollen. Klick auf eine Spaltenüberschrift sortiert.</translation>
    </message>
</context>
<context>
    <name>SetupPanel</name>
    <message>
        <source>from 0 to below 1</source>
        <translation>von 0 bis unter 1</translation>
    </message>
    <message>
        <source>A change here starts a new run at step 0; the old one, once trained, is kept in Branches. Only the gradient rule changes the current run.</source>
        <translation>Eine Änderung hier beginnt einen neuen Lauf bei Schritt 0; der alte bleibt, wenn er trainiert wurde, unter „Zweige“. Nur die Gradientenregel ändert den aktuellen Lauf.</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Hidden size l</source>
        <translation>Verborgene Einheiten l</translation>
    </message>
    <message>
        <source>How the weights of step 0 are drawn, with mean 0. normal and uniform have the variances 1/n and 1/l, Glorot 2/(fan-in + fan-out), He 2/fan-in; with zeros all hidden units remain equal. Weights of your own: File ▸ New run from weights…</source>
        <translation>Wie die Gewichte von Schritt 0 gezogen werden, mit Mittel 0. normalverteilt und gleichverteilt haben die Varianzen 1/n und 1/l, Glorot 2/(Fan-in + Fan-out), He 2/Fan-in; bei alle 0 bleiben alle verborgenen Einheiten gleich. Eigene Gewichte: Datei ▸ Neuer Lauf mit Gewichten…</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Tolerance</source>
        <translation>Toleranz</translation>
    </message>
    <message>
        <source>Patience</source>
        <translation>Geduld</translation>
    </message>
    <message>
        <source>Hidden size l: how many hidden units there are, 1 to 4096.</source>
        <translation>Verborgene Einheiten l: ihre Anzahl, 1 bis 4096.</translation>
    </message>
    <message>
        <source>Sto&amp;p when loss levels off</source>
        <translation>Am &amp;Plateau anhalten</translation>
    </message>
    <message>
        <source>Start weights: {name}. They are not drawn, so the seed fixes the draws of the pairs alone. Another hidden size or data set draws them again.</source>
        <translation>Anfangsgewichte: {name}. Sie werden nicht gezogen; der Startwert legt daher nur die Ziehungen der Paare fest. Ein anderes l oder ein anderer Datensatz zieht sie neu.</translation>
    </message>
    <message>
        <source>Hidden si&amp;ze l</source>
        <translation>&amp;Verborgene Einheiten l</translation>
    </message>
    <message>
        <source>H&amp;idden σ₁</source>
        <translation>Akt&amp;ivierung σ₁</translation>
    </message>
    <message>
        <source>Hidden activation σ₁</source>
        <translation>Verborgene Aktivierungsfunktion σ₁</translation>
    </message>
    <message>
        <source>σ₁ in h = σ₁(W₁x), applied to each hidden unit. The note takes the sigmoid 1/(1 + e^−t).</source>
        <translation>σ₁ in h = σ₁(W₁x), auf jede verborgene Einheit angewendet. Das Skript nimmt die Sigmoidfunktion 1/(1 + e^−t).</translation>
    </message>
    <message>
        <source>O&amp;utput σ₂</source>
        <translation>A&amp;usgabe σ₂</translation>
    </message>
    <message>
        <source>Output activation σ₂</source>
        <translation>Aktivierungsfunktion der Ausgabe σ₂</translation>
    </message>
    <message>
        <source>σ₂ in f = σ₂(W₂h), applied to each output.</source>
        <translation>σ₂ in f = σ₂(W₂h), auf jede Ausgabe angewendet.</translation>
    </message>
    <message>
        <source>W&amp;eights</source>
        <translation>Gewi&amp;chte</translation>
    </message>
    <message>
        <source>Initial weights</source>
        <translation>Anfangsgewichte</translation>
    </message>
    <message>
        <source>&amp;Seed</source>
        <translation>&amp;Startwert</translation>
    </message>
    <message>
        <source>Fixes the initial weights and every draw: the same seed gives the same run, bit for bit. 0 to 2⁶³ − 1.</source>
        <translation>Legt die Anfangsgewichte und jede Ziehung fest: Derselbe Startwert ergibt denselben Lauf, Bit für Bit. 0 bis 2⁶³ − 1.</translation>
    </message>
    <message>
        <source>Sample order</source>
        <translation>Reihenfolge der Beispiele</translation>
    </message>
    <message>
        <source>&amp;Order</source>
        <translation>Reihenf&amp;olge</translation>
    </message>
    <message>
        <source>How the pair of each step is drawn: at random with replacement, from a fresh permutation each epoch, or one after the other.</source>
        <translation>Wie das Paar jedes Schritts gezogen wird: zufällig mit Zurücklegen, aus einer neuen Permutation in jeder Epoche oder eines nach dem anderen.</translation>
    </message>
    <message>
        <source>Gradient rule</source>
        <translation>Gradientenregel</translation>
    </message>
    <message>
        <source>&amp;Gradient</source>
        <translation>&amp;Gradient</translation>
    </message>
    <message>
        <source>exact: the gradient of ‖f − y‖². as printed: the note&apos;s formula for ∂W₁, with ones in place of column k of W₂; it does not learn. A change acts from the current step on.</source>
        <translation>exakt: der Gradient von ‖f − y‖². wie gedruckt: die Formel des Skripts für ∂W₁, mit Einsen an der Stelle von Spalte k von W₂; sie lernt nicht. Eine Änderung wirkt ab dem aktuellen Schritt.</translation>
    </message>
    <message>
        <source>Stopping rule</source>
        <translation>Abbruchregel</translation>
    </message>
    <message>
        <source>Stop automatically when the mean loss over a window of steps no longer improves on the best window so far.</source>
        <translation>Von selbst anhalten, wenn der mittlere Verlust über ein Fenster von Schritten das bisher beste Fenster nicht mehr verbessert.</translation>
    </message>
    <message>
        <source>&amp;Window</source>
        <translation>&amp;Fenster</translation>
    </message>
    <message>
        <source>Stopping window</source>
        <translation>Fenster der Abbruchregel</translation>
    </message>
    <message>
        <source>Number of steps over which the loss is averaged; by default the larger of m and 10 000.</source>
        <translation>Zahl der Schritte, über die der Verlust gemittelt wird; voreingestellt ist die größere Zahl aus m und 10 000.</translation>
    </message>
    <message>
        <source>To&amp;lerance</source>
        <translation>Toleran&amp;z</translation>
    </message>
    <message>
        <source>Relative improvement required, from 0 to below 1: a window improves when its mean is below (1 − tolerance) times the best.</source>
        <translation>Verlangte relative Verbesserung, von 0 bis unter 1: Ein Fenster verbessert, wenn sein Mittel unter (1 − Toleranz) mal dem besten liegt.</translation>
    </message>
    <message>
        <source>Number of windows in a row without improvement after which the run stops.</source>
        <translation>Zahl der Fenster in Folge ohne Verbesserung, nach denen der Lauf anhält.</translation>
    </message>
    <message>
        <source>{inputs}, {units}, {outputs}: {w} weights</source>
        <translation>{inputs}, {units}, {outputs}: {w} Gewichte</translation>
    </message>
</context>
<context>
    <name>ShownPair</name>
    <message>
        <source>custom pair: {title}</source>
        <translation>eigenes Paar: {title}</translation>
    </message>
    <message>
        <source>sample {index}</source>
        <translation>Beispiel {index}</translation>
    </message>
    <message>
        <source>test sample {index}</source>
        <translation>Testbeispiel {index}</translation>
    </message>
</context>
<context>
    <name>ShownSamples</name>
    <message>
        <source>, output {value}</source>
        <translation>, Ausgabe {value}</translation>
    </message>
    <message>
        <source>class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>class {name}</source>
        <translation>Klasse {name}</translation>
    </message>
    <message>
        <source>loss {loss}</source>
        <translation>Verlust {loss}</translation>
    </message>
    <message>
        <source>predicted {name} ✓</source>
        <translation>vorhergesagt {name} ✓</translation>
    </message>
    <message>
        <source>predicted {name} ✗ wrong</source>
        <translation>vorhergesagt {name} ✗ falsch</translation>
    </message>
    <message>
        <source>target</source>
        <translation>Zielwert</translation>
    </message>
    <message>
        <source>target {value}</source>
        <translation>Zielwert {value}</translation>
    </message>
</context>
<context>
    <name>SideOfSamples</name>
    <message>
        <source>What the steps on each sample added, the largest first. Click: show the sample in the other panels, and its curve over time here. Double click or Return: its curve and its steps.</source>
        <translation>Was die Schritte mit jedem Beispiel hinzugefügt haben, das größte zuerst. Klick: das Beispiel in den anderen Bereichen zeigen und hier seinen Zeitverlauf. Doppelklick oder Eingabetaste: seine Kurve und seine Schritte.</translation>
    </message>
    <message>
        <source>share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Curve and steps of this sample</source>
        <translation>Kurve und Schritte dieses Beispiels</translation>
    </message>
</context>
<context>
    <name>SpeedEdit</name>
    <message>
        <source>unlimited</source>
        <translation>unbegrenzt</translation>
    </message>
    <message>
        <source>1 step/s</source>
        <translation>1 Schritt/s</translation>
    </message>
    <message>
        <source>{speed} steps/s</source>
        <translation>{speed} Schritte/s</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>step {n}</source>
        <translation>Schritt {n}</translation>
    </message>
    <message>
        <source>Number of steps done, each on one pair.</source>
        <translation>Zahl der ausgeführten Schritte, jeder mit einem Paar.</translation>
    </message>
    <message>
        <source>epoch {x}</source>
        <translation>Epoche {x}</translation>
    </message>
    <message>
        <source>Steps done divided by the number m of training samples.</source>
        <translation>Ausgeführte Schritte geteilt durch die Zahl m der Trainingsbeispiele.</translation>
    </message>
    <message>
        <source>loss {x}</source>
        <translation>Verlust {x}</translation>
    </message>
    <message>
        <source>Mean loss ‖f − y‖² of the last 1 000 steps.</source>
        <translation>Mittlerer Verlust ‖f − y‖² der letzten 1 000 Schritte.</translation>
    </message>
    <message>
        <source>test {x}</source>
        <translation>Test {x}</translation>
    </message>
    <message>
        <source>Share of the test samples that are classified correctly; without classes, their mean loss.</source>
        <translation>Anteil der Testbeispiele, die richtig klassifiziert werden; ohne Klassen ihr mittlerer Verlust.</translation>
    </message>
    <message>
        <source>{n} steps/s</source>
        <translation>{n} Schritte/s</translation>
    </message>
    <message>
        <source>Training steps per second.</source>
        <translation>Trainingsschritte pro Sekunde.</translation>
    </message>
    <message>
        <source>{n} frames/s</source>
        <translation>{n} Bilder/s</translation>
    </message>
    <message>
        <source>Frames of the window painted per second.</source>
        <translation>Bilder des Fensters, die pro Sekunde gezeichnet werden.</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Lädt</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
</context>
<context>
    <name>StepChart</name>
    <message>
        <source>step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>zoomed: double click for the whole run</source>
        <translation>vergrößert: Doppelklick für den ganzen Lauf</translation>
    </message>
    <message>
        <source>step + 1 (logarithmic)</source>
        <translation>Schritt + 1 (logarithmisch)</translation>
    </message>
</context>
<context>
    <name>StepChartView</name>
    <message>
        <source>log step</source>
        <translation>log Schritt</translation>
    </message>
    <message>
        <source>Logarithmic step axis: equal ratios get equal room. It shows step + 1, so that step 0 has a place.</source>
        <translation>Logarithmische Schrittachse: Gleiche Verhältnisse bekommen gleich viel Platz. Gezeigt wird Schritt + 1, damit Schritt 0 einen Platz hat.</translation>
    </message>
    <message>
        <source>whole run</source>
        <translation>ganzer Lauf</translation>
    </message>
    <message>
        <source>Show all steps and follow the run; the same as a double click in the plot.</source>
        <translation>Alle Schritte zeigen und dem Lauf folgen; dasselbe wie ein Doppelklick ins Diagramm.</translation>
    </message>
</context>
<context>
    <name>StepsModel</name>
    <message>
        <source>step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>added</source>
        <translation>hinzugefügt</translation>
    </message>
</context>
<context>
    <name>StepsTable</name>
    <message>
        <source>Steps at which it acted</source>
        <translation>Schritte, in denen es wirkte</translation>
    </message>
    <message>
        <source>The steps that trained on it and what each added, the newest first. Click or Return: go to where the run stands before that step.</source>
        <translation>Die Schritte, die damit trainiert haben, und was jeder hinzugefügt hat, der neueste zuerst. Klick oder Eingabetaste: dorthin gehen, wo der Lauf vor diesem Schritt steht.</translation>
    </message>
</context>
<context>
    <name>SumOfRows</name>
    <message>
        <source>The parts of the row&apos;s change</source>
        <translation>Die Teile der Änderung der Zeile</translation>
    </message>
    <message>
        <source>Each row is what one class, the custom pairs, edits by hand or rounding added; together they make the last one.</source>
        <translation>Jede Zeile ist, was eine Klasse, die eigenen Paare, Eingriffe von Hand oder die Rundung hinzugefügt haben; zusammen ergeben sie die letzte.</translation>
    </message>
    <message>
        <source>Point at an entry to read it.</source>
        <translation>Zeigen Sie auf einen Eintrag, um ihn abzulesen.</translation>
    </message>
    <message>
        <source>what each class added, together {change}; colours from −{end} to {end}</source>
        <translation>was jede Klasse hinzugefügt hat, zusammen {change}; Farben von −{end} bis {end}</translation>
    </message>
    <message>
        <source>what each class added; the rows together make the last one, {change}</source>
        <translation>was jede Klasse hinzugefügt hat; die Zeilen ergeben zusammen die letzte, {change}</translation>
    </message>
    <message>
        <source>samples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>custom pairs</source>
        <translation>eigene Paare</translation>
    </message>
    <message>
        <source>edits</source>
        <translation>Eingriffe</translation>
    </message>
    <message>
        <source>rounding</source>
        <translation>Rundung</translation>
    </message>
    <message>
        <source>part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>input i</source>
        <translation>Eingabe i</translation>
    </message>
    <message>
        <source>hidden unit k</source>
        <translation>verborgene Einheit k</translation>
    </message>
    <message>
        <source>output j</source>
        <translation>Ausgabe j</translation>
    </message>
</context>
<context>
    <name>SweepPlot</name>
    <message>
        <source>step size s</source>
        <translation>Schrittweite s</translation>
    </message>
    <message>
        <source>relative error</source>
        <translation>relativer Fehler</translation>
    </message>
    <message>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>absolute error</source>
        <translation>absoluter Fehler</translation>
    </message>
    <message>
        <source>double</source>
        <translation>doppelt genau</translation>
    </message>
    <message>
        <source>extended</source>
        <translation>erweitert genau</translation>
    </message>
    <message>
        <source>error {error}</source>
        <translation>Fehler {error}</translation>
    </message>
    <message>
        <source>double: {error}</source>
        <translation>doppelt genau: {error}</translation>
    </message>
    <message>
        <source>extended: {error}</source>
        <translation>erweitert genau: {error}</translation>
    </message>
    <message>
        <source>a kink lies between</source>
        <translation>dazwischen liegt ein Knick</translation>
    </message>
    <message>
        <source>step size</source>
        <translation>Schrittweite</translation>
    </message>
    <message>
        <source>kink</source>
        <translation>Knick</translation>
    </message>
</context>
<context>
    <name>SweepView</name>
    <message>
        <source>worst</source>
        <translation>schlechtestes</translation>
    </message>
    <message>
        <source>Of the weight with the largest error</source>
        <translation>Vom Gewicht mit dem größten Fehler</translation>
    </message>
    <message>
        <source>selected</source>
        <translation>ausgewähltes</translation>
    </message>
    <message>
        <source>Of the selected weight; a click on any heatmap of weights selects</source>
        <translation>Vom ausgewählten Gewicht; ein Klick auf eine Heatmap von Gewichten wählt aus</translation>
    </message>
    <message>
        <source>Error against the step size</source>
        <translation>Fehler gegen die Schrittweite</translation>
    </message>
    <message>
        <source>How far (E(w + s) − E(w − s)) / 2s is from the closed form, for one weight and many step sizes s, both axes logarithmic; the error is relative as in the heatmap, which shows that of the extended curve at the s used. Towards the right the truncation error grows with s², towards the left rounding grows with 1/s: a V, with its best s near the cube root of the precision. A wrong derivative gives a level line instead. Right click: copy.</source>
        <translation>Wie weit (E(w + s) − E(w − s)) / 2s von der geschlossenen Form entfernt ist, für ein Gewicht und viele Schrittweiten s, beide Achsen logarithmisch; relativ wie in der Heatmap, die den Fehler der Kurve mit erweiterter Genauigkeit beim benutzten s zeigt. Nach rechts wächst der Abbruchfehler mit s², nach links der Rundungsfehler mit 1/s: ein V, mit dem besten s nahe der Kubikwurzel der Genauigkeit. Eine falsche Ableitung ergibt stattdessen eine waagerechte Linie. Rechtsklick: kopieren.</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>Legende</translation>
    </message>
    <message>
        <source>Precision in which the loss is evaluated: double has 16 digits, extended (the widest of this machine) has 19 or more.</source>
        <translation>Genauigkeit, in der der Verlust berechnet wird: doppelt genau hat 16 Stellen, erweitert genau (die größte dieses Rechners) 19 oder mehr.</translation>
    </message>
    <message>
        <source>The gradient of this weight and all its differences are 0.</source>
        <translation>Der Gradient dieses Gewichts und alle seine Differenzen sind 0.</translation>
    </message>
    <message>
        <source>The error against the step size will be shown here.</source>
        <translation>Hier erscheint der Fehler gegen die Schrittweite.</translation>
    </message>
    <message>
        <source>No weight can be compared. Select a weight to see its differences.</source>
        <translation>Kein Gewicht kann verglichen werden. Ein Gewicht auswählen, um seine Differenzen zu sehen.</translation>
    </message>
    <message>
        <source>double</source>
        <translation>doppelt genau</translation>
    </message>
    <message>
        <source>extended</source>
        <translation>erweitert genau</translation>
    </message>
    <message>
        <source>s used</source>
        <translation>benutztes s</translation>
    </message>
    <message>
        <source>across a kink</source>
        <translation>über einen Knick hinweg</translation>
    </message>
</context>
<context>
    <name>TableList</name>
    <message>
        <source>reads</source>
        <translation>liest</translation>
    </message>
    <message>
        <source>writes</source>
        <translation>schreibt</translation>
    </message>
    <message>
        <source>{symbol}, {size}: point at an entry to read it</source>
        <translation>{symbol}, {size}: auf einen Eintrag zeigen, um ihn abzulesen</translation>
    </message>
</context>
<context>
    <name>TableView</name>
    <message>
        <source>Empty table</source>
        <translation>Leere Tabelle</translation>
    </message>
    <message>
        <source>Point at an entry to read it</source>
        <translation>Auf einen Eintrag zeigen, um ihn abzulesen</translation>
    </message>
    <message>
        <source>{name} is not yet computed</source>
        <translation>{name} ist noch nicht berechnet</translation>
    </message>
</context>
<context>
    <name>TimelineLists</name>
    <message>
        <source>Whole run</source>
        <translation>Ganzer Lauf</translation>
    </message>
    <message>
        <source>Show the whole run again.</source>
        <translation>Wieder den ganzen Lauf zeigen.</translation>
    </message>
    <message>
        <source>Journal…</source>
        <translation>Journal…</translation>
    </message>
    <message>
        <source>List the changes made on this branch and the stops at breakpoints.</source>
        <translation>Die Änderungen auf diesem Zweig und die Stopps an Haltepunkten auflisten.</translation>
    </message>
    <message>
        <source>Branches…</source>
        <translation>Zweige…</translation>
    </message>
    <message>
        <source>List the branches of the run.</source>
        <translation>Die Zweige des Laufs auflisten.</translation>
    </message>
    <message>
        <source>Changes and breakpoints of this branch</source>
        <translation>Änderungen und Haltepunkte dieses Zweigs</translation>
    </message>
    <message>
        <source>No changes and no stops at breakpoints yet.</source>
        <translation>Noch keine Änderungen und keine Stopps an Haltepunkten.</translation>
    </message>
    <message>
        <source>Branches and their last steps</source>
        <translation>Zweige und ihre letzten Schritte</translation>
    </message>
</context>
<context>
    <name>TimelineMarks</name>
    <message>
        <source>From step {step}: {text}</source>
        <translation>Ab Schritt {step}: {text}</translation>
    </message>
    <message>
        <source>Step {step}: {text}</source>
        <translation>Schritt {step}: {text}</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation>und {n} weitere</translation>
    </message>
    <message>
        <source>stopped by breakpoint {number}: {text}</source>
        <translation>angehalten von Haltepunkt {number}: {text}</translation>
    </message>
    <message>
        <source>{branch} begins here: it forks from {parent}</source>
        <translation>{branch} beginnt hier: zweigt von {parent} ab</translation>
    </message>
    <message>
        <source>{branch} forks here</source>
        <translation>{branch} zweigt hier ab</translation>
    </message>
</context>
<context>
    <name>TimelinePanel</name>
    <message>
        <source>Position in the run, in steps</source>
        <translation>Position im Lauf, in Schritten</translation>
    </message>
    <message>
        <source>Drag to any step of the run. A running run pauses when you press the mouse and stays where you release it. Wheel: zoom. Shift and drag: move along. Double click: whole run.</source>
        <translation>Zu einem beliebigen Schritt des Laufs ziehen. Ein laufender Lauf pausiert beim Drücken der Maustaste und bleibt dort, wo sie losgelassen wird. Mausrad: zoomen. Umschalt und Ziehen: verschieben. Doppelklick: ganzer Lauf.</translation>
    </message>
    <message>
        <source>Branches of the run</source>
        <translation>Zweige des Laufs</translation>
    </message>
    <message>
        <source>Drag to any step of the run. Arrow keys move by one step, Page Up and Page Down by an epoch. Marks above the line are changes: ▼ the learning rate λ, ■ the gradient rule, + the sample to train on, ◆ a weight. Red points on it: a breakpoint stopped the run. Ticks below it: keyframes, kept copies of the weights; slanted lines: a branch begins. A bar over a mark: there are several; click again for the next one. Green ticks along the lower edge: steps that were found.</source>
        <translation>Zu einem beliebigen Schritt des Laufs ziehen. Die Pfeiltasten gehen um einen Schritt, Bild auf und Bild ab um eine Epoche. Marken über der Linie sind Änderungen: ▼ die Lernrate λ, ■ die Gradientenregel, + das Beispiel, mit dem trainiert wird, ◆ ein Gewicht. Rote Punkte auf ihr: Ein Haltepunkt hat den Lauf angehalten. Striche unter ihr: Speicherpunkte, aufbewahrte Kopien der Gewichte; schräge Linien: Ein Zweig beginnt. Ein Balken über einer Marke: Dort sind mehrere; ein weiterer Klick geht zur nächsten. Grüne Striche am unteren Rand: Schritte, die gefunden wurden.</translation>
    </message>
</context>
<context>
    <name>TimelinePlaces</name>
    <message>
        <source>{name}: forks from {parent} at step {step}</source>
        <translation>{name}: zweigt in Schritt {step} von {parent} ab</translation>
    </message>
    <message>
        <source>{name}: forks from {parent} at step {step}, {change}</source>
        <translation>{name}: zweigt in Schritt {step} von {parent} ab, {change}</translation>
    </message>
</context>
<context>
    <name>TimelineStatus</name>
    <message>
        <source>Progress of the move</source>
        <translation>Fortschritt des Sprungs</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel the move</source>
        <translation>Den Sprung abbrechen</translation>
    </message>
    <message>
        <source>Cancel; the run stays where it was.</source>
        <translation>Abbrechen; der Lauf bleibt, wo er war.</translation>
    </message>
    <message>
        <source>step {step} of {tip}</source>
        <translation>Schritt {step} / {tip}</translation>
    </message>
    <message>
        <source>step {step}</source>
        <translation>Schritt {step}</translation>
    </message>
    <message>
        <source>epoch {epoch}</source>
        <translation>Epoche {epoch}</translation>
    </message>
    <message>
        <source>before {phase}</source>
        <translation>vor: {phase}</translation>
    </message>
    <message>
        <source>{phase}, rows: {row} of {rows}</source>
        <translation>{phase}, Zeilen: {row} von {rows}</translation>
    </message>
</context>
<context>
    <name>TrailPlot</name>
    <message>
        <source>added</source>
        <translation>hinzugefügt</translation>
    </message>
    <message>
        <source>before step {step}</source>
        <translation>vor Schritt {step}</translation>
    </message>
    <message>
        <source>added {value}</source>
        <translation>hinzugefügt {value}</translation>
    </message>
</context>
<context>
    <name>TrainingBar</name>
    <message>
        <source>Train two branches from the same weights on the same pairs, one by the exact rule, the other by the printed one. The branch so far is kept; the run ends on the exact one, paused. With more steps, train again to continue both.</source>
        <translation>Zwei Zweige von denselben Gewichten aus mit denselben Paaren trainieren, einen nach der exakten, den anderen nach der gedruckten Regel. Der bisherige Zweig bleibt; der Lauf endet pausiert auf dem exakten. Mit mehr Schritten noch einmal trainieren, um beide fortzusetzen.</translation>
    </message>
    <message>
        <source>Steps of each rule</source>
        <translation>Schritte je Regel</translation>
    </message>
    <message>
        <source>Number of steps that each of the two branches is trained.</source>
        <translation>Zahl der Schritte, die jeder der beiden Zweige trainiert wird.</translation>
    </message>
    <message>
        <source>steps from</source>
        <translation>Schritte ab</translation>
    </message>
    <message>
        <source>the start</source>
        <translation>Anfang</translation>
    </message>
    <message>
        <source>Both begin at step 0, with the initial weights.</source>
        <translation>Beide beginnen bei Schritt 0, mit den Anfangsgewichten.</translation>
    </message>
    <message>
        <source>here</source>
        <translation>hier</translation>
    </message>
    <message>
        <source>Both begin at the current position, with the current weights.</source>
        <translation>Beide beginnen an der aktuellen Position, mit den aktuellen Gewichten.</translation>
    </message>
    <message>
        <source>Result of the rule comparison</source>
        <translation>Ergebnis des Regelvergleichs</translation>
    </message>
    <message>
        <source>Test accuracy of each branch at its end, and the mean loss of its last 1 000 steps.</source>
        <translation>Testgenauigkeit jedes Zweigs an seinem Ende und der mittlere Verlust seiner letzten 1 000 Schritte.</translation>
    </message>
    <message>
        <source>End comparison</source>
        <translation>Vergleich beenden</translation>
    </message>
    <message>
        <source>Train with both rules</source>
        <translation>Nach beiden Regeln trainieren</translation>
    </message>
    <message>
        <source>Same weights, same pairs: one branch for each rule; the current branch is kept.</source>
        <translation>Gleiche Gewichte, gleiche Paare: ein Zweig je Regel; der aktuelle bleibt.</translation>
    </message>
    <message>
        <source>after {steps}:</source>
        <translation>bisher {steps}:</translation>
    </message>
    <message>
        <source>{name}: loss {loss}</source>
        <translation>{name}: Verlust {loss}</translation>
    </message>
    <message>
        <source>{name}: {right}, loss {loss}</source>
        <translation>{name}: {right}, Verlust {loss}</translation>
    </message>
    <message>
        <source>{said} ({done})</source>
        <translation>{said} ({done})</translation>
    </message>
    <message>
        <source>step {done} of {steps}:</source>
        <translation>Schritt {done} von {steps}:</translation>
    </message>
    <message>
        <source>exact: comes next</source>
        <translation>exakt: kommt als Nächstes</translation>
    </message>
    <message>
        <source>exact: not started</source>
        <translation>exakt: nicht begonnen</translation>
    </message>
    <message>
        <source>{name}: not trained yet</source>
        <translation>{name}: noch nicht trainiert</translation>
    </message>
    <message>
        <source>{name}: mean loss {loss}</source>
        <translation>{name}: mittlerer Verlust {loss}</translation>
    </message>
    <message>
        <source>{name}: accuracy {right}, mean loss {loss}</source>
        <translation>{name}: Genauigkeit {right}, mittlerer Verlust {loss}</translation>
    </message>
</context>
<context>
    <name>TrainingPlot</name>
    <message>
        <source>loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>test accuracy (%)</source>
        <translation>Testgenauigkeit (%)</translation>
    </message>
    <message>
        <source>step {step}</source>
        <translation>Schritt {step}</translation>
    </message>
    <message>
        <source>{name}: mean loss {loss}</source>
        <translation>{name}: mittlerer Verlust {loss}</translation>
    </message>
    <message>
        <source>{name}: test accuracy {share} at step {step}</source>
        <translation>{name}: Testgenauigkeit {share} in Schritt {step}</translation>
    </message>
</context>
<context>
    <name>TrainingView</name>
    <message>
        <source>Cosine between both gradient rules</source>
        <translation>Kosinus zwischen beiden Gradientenregeln</translation>
    </message>
    <message>
        <source>Cosine between the printed and the exact ∂W₁, mean over the same 256 pairs of the training set (all, if there are fewer); the band holds the middle 80 % of them. 1: the same direction. Below 0: a step against the printed gradient leads uphill. Both gradients have rank one with the same x, so it is the cosine between the two δ1. Click: go to that step. Wheel or drag: zoom. Double click: whole run. Right click: copy.</source>
        <translation>Kosinus zwischen dem gedruckten und dem exakten ∂W₁, Mittel über dieselben 256 Paare der Trainingsdaten (alle, wenn es weniger sind); das Band enthält die mittleren 80 % davon. 1: dieselbe Richtung. Unter 0: Ein Schritt gegen den gedruckten Gradienten führt bergauf. Beide Gradienten haben Rang eins mit demselben x, also ist es der Kosinus zwischen den beiden δ1. Klick: zu diesem Schritt. Mausrad oder Ziehen: zoomen. Doppelklick: ganzer Lauf. Rechtsklick: kopieren.</translation>
    </message>
    <message>
        <source>Losses of both gradient rules</source>
        <translation>Verluste beider Gradientenregeln</translation>
    </message>
    <message>
        <source>Moving average of the loss ‖f − y‖² of both branches of the rule comparison and, dashed, right axis, their test accuracy. Click: go to that step. Wheel or drag: zoom. Double click: whole run. Right click: copy.</source>
        <translation>Gleitendes Mittel des Verlusts ‖f − y‖² beider Zweige des Regelvergleichs und gestrichelt, rechte Achse, ihre Testgenauigkeit. Klick: zu diesem Schritt. Mausrad oder Ziehen: zoomen. Doppelklick: ganzer Lauf. Rechtsklick: kopieren.</translation>
    </message>
    <message>
        <source>Computing…</source>
        <translation>Wird berechnet…</translation>
    </message>
    <message>
        <source>Use “Train with both rules” to compare their losses here, from the same start.</source>
        <translation>Mit „Nach beiden Regeln trainieren“ ihre Verluste hier vergleichen, vom selben Anfang aus.</translation>
    </message>
    <message>
        <source>this branch</source>
        <translation>dieser Zweig</translation>
    </message>
    <message>
        <source>on “{name}”</source>
        <translation>auf „{name}“</translation>
    </message>
    <message>
        <source>cos(printed, exact):</source>
        <translation>cos(gedruckt, exakt):</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>exakt</translation>
    </message>
    <message>
        <source>as printed</source>
        <translation>wie gedruckt</translation>
    </message>
    <message>
        <source>mean loss:</source>
        <translation>mittlerer Verlust:</translation>
    </message>
    <message>
        <source>dashed: test accuracy</source>
        <translation>gestrichelt: Testgenauigkeit</translation>
    </message>
</context>
<context>
    <name>UnitCards</name>
    <message>
        <source>on</source>
        <translation>ein</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
</context>
<context>
    <name>UnitHistograms</name>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>All three histograms, if they fit.</source>
        <translation>Alle drei Histogramme, wenn Platz ist.</translation>
    </message>
    <message>
        <source>How the weights of W₁ are distributed.</source>
        <translation>Wie die Gewichte von W₁ verteilt sind.</translation>
    </message>
    <message>
        <source>How the weights of W₂ are distributed.</source>
        <translation>Wie die Gewichte von W₂ verteilt sind.</translation>
    </message>
    <message>
        <source>How the values h of the hidden units are distributed.</source>
        <translation>Wie die Werte h der verborgenen Einheiten verteilt sind.</translation>
    </message>
    <message>
        <source>weight in W₁</source>
        <translation>Gewicht in W₁</translation>
    </message>
    <message>
        <source>% of the weights</source>
        <translation>% der Gewichte</translation>
    </message>
    <message>
        <source>weight in W₂</source>
        <translation>Gewicht in W₂</translation>
    </message>
    <message>
        <source>hidden value h</source>
        <translation>Wert h der verborgenen Einheit</translation>
    </message>
    <message>
        <source>% of the values</source>
        <translation>% der Werte</translation>
    </message>
    <message>
        <source>Histogram: {what}</source>
        <translation>Histogramm: {what}</translation>
    </message>
    <message>
        <source>Filled: all of them. Outlined: those of the selected hidden unit. Each in per cent of its own number. Click a card or a weight to select a unit.</source>
        <translation>Gefüllt: alle. Umrandet: die der ausgewählten verborgenen Einheit. Jeweils in Prozent der eigenen Anzahl. Klick auf eine Karte oder ein Gewicht wählt eine Einheit aus.</translation>
    </message>
    <message>
        <source>select a unit to compare</source>
        <translation>Einheit zum Vergleich auswählen</translation>
    </message>
    <message>
        <source>hidden unit {unit}</source>
        <translation>verborgene Einheit {unit}</translation>
    </message>
    <message>
        <source>all, counted on a random subset</source>
        <translation>alle, an einer Stichprobe gezählt</translation>
    </message>
    <message>
        <source>Computing…</source>
        <translation>Wird berechnet…</translation>
    </message>
    <message>
        <source>unit {unit}</source>
        <translation>Einheit {unit}</translation>
    </message>
</context>
<context>
    <name>UnitNames</name>
    <message>
        <source>class {name}</source>
        <translation>Klasse {name}</translation>
    </message>
    <message>
        <source>constant</source>
        <translation>konstant</translation>
    </message>
</context>
<context>
    <name>UnitWords</name>
    <message>
        <source>    from input {index}</source>
        <translation>    von Eingabe {index}</translation>
    </message>
    <message>
        <source>    from the pixel in row {row}, column {column}</source>
        <translation>    vom Pixel in Zeile {row}, Spalte {column}</translation>
    </message>
    <message>
        <source>    from {name}</source>
        <translation>    von {name}</translation>
    </message>
    <message>
        <source>    to output {index}</source>
        <translation>    zu Ausgabe {index}</translation>
    </message>
    <message>
        <source>    to output {index} ({name})</source>
        <translation>    zu Ausgabe {index} ({name})</translation>
    </message>
    <message>
        <source>All units</source>
        <translation>Alle Einheiten</translation>
    </message>
    <message>
        <source>Importance: by how much the mean loss rises without this unit, that is with its column of W₂ set to zero. Below 0, the network is better without it.</source>
        <translation>Beitrag: um wie viel der mittlere Verlust ohne diese Einheit steigt, also mit null statt ihrer Spalte von W₂. Unter 0 ist das Netz ohne sie besser.</translation>
    </message>
    <message>
        <source>Importance: how many percentage points (pp) of accuracy are lost without this unit, that is with its column of W₂ set to zero. Below 0, the network is better without it.</source>
        <translation>Beitrag: wie viele Prozentpunkte (%-Pkt.) Genauigkeit ohne diese Einheit verloren gehen, also mit null statt ihrer Spalte von W₂. Unter 0 ist das Netz ohne sie besser.</translation>
    </message>
    <message>
        <source>Mean h: the unit&apos;s value hₖ = σ₁(W₁ₖx), averaged over the samples.</source>
        <translation>Mittleres h: der Wert hₖ = σ₁(W₁ₖx) der Einheit, über die Beispiele gemittelt.</translation>
    </message>
    <message>
        <source>Saturated: share of the samples on which σ₁′ is almost 0, so that the unit hardly learns.</source>
        <translation>Gesättigt: Anteil der Beispiele, auf denen σ₁′ fast 0 ist, sodass die Einheit kaum lernt.</translation>
    </message>
    <message>
        <source>Unit {unit}</source>
        <translation>Einheit {unit}</translation>
    </message>
    <message>
        <source>Without unit {unit}</source>
        <translation>Ohne Einheit {unit}</translation>
    </message>
    <message>
        <source>at step {step}</source>
        <translation>in Schritt {step}</translation>
    </message>
    <message>
        <source>computing…</source>
        <translation>wird berechnet…</translation>
    </message>
    <message>
        <source>h of unit {unit} from {low} to {high}: {count} of {samples} samples</source>
        <translation>h von Einheit {unit} von {low} bis {high}: {count} von {samples} Beispielen</translation>
    </message>
    <message>
        <source>importance</source>
        <translation>Beitrag</translation>
    </message>
    <message>
        <source>mean h</source>
        <translation>mittleres h</translation>
    </message>
    <message>
        <source>on the test set</source>
        <translation>auf den Testdaten</translation>
    </message>
    <message>
        <source>on the training set</source>
        <translation>auf den Trainingsdaten</translation>
    </message>
    <message>
        <source>saturated</source>
        <translation>gesättigt</translation>
    </message>
    <message>
        <source>unit {unit}</source>
        <translation>Einheit {unit}</translation>
    </message>
    <message>
        <source>unit {unit}, ablated</source>
        <translation>Einheit {unit}, ausgeschaltet</translation>
    </message>
    <message>
        <source>{number} %</source>
        <translation>{number} %</translation>
    </message>
    <message>
        <source>{number} pp</source>
        <translation>{number} %-Pkt.</translation>
    </message>
    <message>
        <source>Without {n} units</source>
        <translation>Ohne {n} Einheiten</translation>
    </message>
    <message>
        <source>{some} of {all} samples</source>
        <translation>{some} von {all} Beispielen</translation>
    </message>
    <message>
        <source>{who}: accuracy {value}</source>
        <translation>{who}: Genauigkeit {value}</translation>
    </message>
    <message>
        <source>{who}: accuracy {value} instead of {whole}</source>
        <translation>{who}: Genauigkeit {value} statt {whole}</translation>
    </message>
    <message>
        <source>{who}: accuracy {value} instead of {whole} {where}</source>
        <translation>{who}: Genauigkeit {value} statt {whole} {where}</translation>
    </message>
    <message>
        <source>{who}: accuracy {value} {where}</source>
        <translation>{who}: Genauigkeit {value} {where}</translation>
    </message>
    <message>
        <source>{who}: computing…</source>
        <translation>{who}: wird berechnet…</translation>
    </message>
    <message>
        <source>{who}: mean loss {value}</source>
        <translation>{who}: mittlerer Verlust {value}</translation>
    </message>
    <message>
        <source>{who}: mean loss {value} instead of {whole}</source>
        <translation>{who}: mittlerer Verlust {value} statt {whole}</translation>
    </message>
    <message>
        <source>{who}: mean loss {value} instead of {whole} {where}</source>
        <translation>{who}: mittlerer Verlust {value} statt {whole} {where}</translation>
    </message>
    <message>
        <source>{who}: mean loss {value} {where}</source>
        <translation>{who}: mittlerer Verlust {value} {where}</translation>
    </message>
    <message>
        <source>{who}: {value}</source>
        <translation>{who}: {value}</translation>
    </message>
    <message>
        <source>{who}: {whole} → {value}</source>
        <translation>{who}: {whole} → {value}</translation>
    </message>
    <message>
        <source>‖W₁ₖ‖: length of the vector of the unit&apos;s input weights.</source>
        <translation>‖W₁ₖ‖: Länge des Vektors der Eingabegewichte der Einheit.</translation>
    </message>
</context>
<context>
    <name>UnitsHeader</name>
    <message>
        <source>Units</source>
        <translation>Einheiten</translation>
    </message>
    <message>
        <source>One card per hidden unit.</source>
        <translation>Eine Karte je verborgener Einheit.</translation>
    </message>
    <message>
        <source>Histograms</source>
        <translation>Histogramme</translation>
    </message>
    <message>
        <source>How the weights and the values of the hidden units are distributed.</source>
        <translation>Wie die Gewichte und die Werte der verborgenen Einheiten verteilt sind.</translation>
    </message>
    <message>
        <source>How good the network is without the ablated units, compared with all units. Ablation changes neither a weight nor the run, which goes on with all units: only what evaluates the network leaves the ablated ones out, that is the drawing, the plane of its inputs and these figures.</source>
        <translation>Wie gut das Netz ohne die ausgeschalteten Einheiten ist, verglichen mit allen (Ablation). Ausschalten ändert weder ein Gewicht noch den Lauf, der mit allen Einheiten weitergeht: Nur was das Netz auswertet, lässt sie weg, also die Zeichnung, die Ebene seiner Eingaben und diese Zahlen.</translation>
    </message>
    <message>
        <source>All on</source>
        <translation>Alle ein</translation>
    </message>
    <message>
        <source>End the ablation of all hidden units.</source>
        <translation>Alle verborgenen Einheiten wieder einschalten.</translation>
    </message>
    <message>
        <source>The step and the number of samples that the figures of the units are from. They follow a running run from time to time; the weights are always the current ones.</source>
        <translation>Schritt und Zahl der Beispiele, aus denen die Zahlen der Einheiten stammen. Sie folgen dem laufenden Lauf von Zeit zu Zeit; die Gewichte sind immer die aktuellen.</translation>
    </message>
    <message>
        <source>Colour scale of W₁; the bars of W₁ use the same range. It grows at once with the weights and shrinks slowly.</source>
        <translation>Farbskala von W₁; die Balken von W₁ haben denselben Bereich. Sie wächst sofort mit den Gewichten und schrumpft langsam.</translation>
    </message>
    <message>
        <source>Order of the hidden units</source>
        <translation>Reihenfolge der verborgenen Einheiten</translation>
    </message>
    <message>
        <source>Order of the units: by index, or the largest first. Importance is what is lost without a unit; the norm is that of its row of W₁.</source>
        <translation>Reihenfolge der Einheiten: nach Index oder die größten zuerst. Der Beitrag ist, was ohne eine Einheit verloren geht; die Norm ist die ihrer Zeile von W₁.</translation>
    </message>
    <message>
        <source>by index</source>
        <translation>nach Index</translation>
    </message>
    <message>
        <source>by importance</source>
        <translation>nach Beitrag</translation>
    </message>
    <message>
        <source>by mean h</source>
        <translation>nach mittlerem h</translation>
    </message>
    <message>
        <source>by saturation</source>
        <translation>nach Sättigung</translation>
    </message>
    <message>
        <source>by norm of weights</source>
        <translation>nach Norm der Gewichte</translation>
    </message>
</context>
<context>
    <name>UnitsPanel</name>
    <message>
        <source>Hidden units</source>
        <translation>Verborgene Einheiten</translation>
    </message>
    <message>
        <source>One card per hidden unit: its row of W₁ as a picture or bars, its column of W₂ as bars, and its figures over all samples. Click a card to select the unit in all panels, its check box to ablate it. By keys: arrows move, Enter selects, Space toggles the ablation.</source>
        <translation>Eine Karte je verborgener Einheit: ihre Zeile von W₁ als Bild oder Balken, ihre Spalte von W₂ als Balken und ihre Zahlen über alle Beispiele. Klick auf eine Karte wählt die Einheit in allen Bereichen aus, Klick auf ihr Kästchen schaltet sie aus (Ablation). Mit Tasten: Die Pfeiltasten bewegen, die Eingabetaste wählt aus, die Leertaste schaltet aus oder ein.</translation>
    </message>
    <message>
        <source>Point at a card to read it, click to select its unit.</source>
        <translation>Auf eine Karte zeigen: ablesen, Klick: ihre Einheit auswählen.</translation>
    </message>
    <message>
        <source>Point at a bin to read it.</source>
        <translation>Auf einen Balken zeigen, um ihn abzulesen.</translation>
    </message>
    <message>
        <source>Untick to see the network without unit {unit} (ablation). The run itself goes on with all units; only what evaluates the network (the drawing, the plane of its inputs, the figures above) leaves the unit out.</source>
        <translation>Abwählen, um das Netz ohne Einheit {unit} zu sehen (Ablation). Der Lauf selbst geht mit allen Einheiten weiter; nur was das Netz auswertet (die Zeichnung, die Ebene seiner Eingaben, die Zahlen oben), lässt die Einheit weg.</translation>
    </message>
    <message>
        <source>Histogram of h over all samples; the highest bin fills the height.</source>
        <translation>Histogramm von h über alle Beispiele; der höchste Balken füllt die Höhe.</translation>
    </message>
</context>
<context>
    <name>UserData</name>
    <message>
        <source>Reading {name}; it is opened when this is done.</source>
        <translation>{name} wird gelesen und danach geöffnet.</translation>
    </message>
    <message>
        <source>step {step} · {branch}</source>
        <translation>Schritt {step} · {branch}</translation>
    </message>
    <message>
        <source>New run from weights</source>
        <translation>Neuer Lauf mit Gewichten</translation>
    </message>
    <message>
        <source>Weights that the saved run kept, to begin with:</source>
        <translation>Gewichte, die der gespeicherte Lauf aufbewahrt hat, zum Anfang:</translation>
    </message>
</context>
<context>
    <name>ViewActions</name>
    <message>
        <source>Reset layout</source>
        <translation>Anordnung zurücksetzen</translation>
    </message>
    <message>
        <source>Presentation mode</source>
        <translation>Präsentationsmodus</translation>
    </message>
    <message>
        <source>For a projector: the whole screen without menus, fewer panels, and text as large as they have room for. Hold Ctrl to show where the pointer is.</source>
        <translation>Für einen Projektor: der ganze Bildschirm ohne Menüs, weniger Bereiche, und so große Schrift, wie sie Platz haben. Strg gedrückt halten zeigt, wo der Zeiger ist.</translation>
    </message>
    <message>
        <source>Black screen</source>
        <translation>Schwarzer Bildschirm</translation>
    </message>
    <message>
        <source>In a presentation: show nothing until a key is pressed or the mouse.</source>
        <translation>In einer Präsentation: nichts zeigen bis zu einer Taste oder einem Klick.</translation>
    </message>
    <message>
        <source>Command palette…</source>
        <translation>Befehlspalette…</translation>
    </message>
    <message>
        <source>What is this?</source>
        <translation>Was ist das?</translation>
    </message>
    <message>
        <source>Explain the control that has the focus.</source>
        <translation>Das Bedienelement erklären, das den Fokus hat.</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Willkommen</translation>
    </message>
    <message>
        <source>Show the four ways to begin.</source>
        <translation>Die vier Einstiege zeigen.</translation>
    </message>
    <message>
        <source>Advice</source>
        <translation>Ratschläge</translation>
    </message>
    <message>
        <source>Say in the status bar what an expert would notice in this run.</source>
        <translation>In der Statusleiste sagen, was jemandem vom Fach an diesem Lauf auffiele.</translation>
    </message>
    <message>
        <source>About bpviz</source>
        <translation>Über bpviz</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Größere Schrift</translation>
    </message>
    <message>
        <source>Write everything one point larger, up to 32 points.</source>
        <translation>Alles einen Punkt größer schreiben, bis 32 Punkt.</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Kleinere Schrift</translation>
    </message>
    <message>
        <source>Write everything one point smaller, down to 8 points.</source>
        <translation>Alles einen Punkt kleiner schreiben, bis 8 Punkt.</translation>
    </message>
    <message>
        <source>Text size of the system</source>
        <translation>Schriftgröße des Systems</translation>
    </message>
    <message>
        <source>Write everything as large as the system does; a presentation, as large as it has room for.</source>
        <translation>Alles so groß schreiben wie das System; eine Präsentation so groß, wie sie Platz hat.</translation>
    </message>
    <message>
        <source>Count from 1</source>
        <translation>Ab 1 zählen</translation>
    </message>
    <message>
        <source>Count samples, rows, columns, units and outputs from 1, as the note does, instead of from 0; in copied values too. The number of a step stays as it is.</source>
        <translation>Beispiele, Zeilen, Spalten, Einheiten und Ausgaben ab 1 zählen wie das Skript, statt ab 0; auch in kopierten Werten. Die Nummer eines Schritts bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>Theme: as the system</source>
        <translation>Design: wie das System</translation>
    </message>
    <message>
        <source>Theme: light</source>
        <translation>Design: hell</translation>
    </message>
    <message>
        <source>Theme: dark</source>
        <translation>Design: dunkel</translation>
    </message>
</context>
<context>
    <name>WatchMenu</name>
    <message>
        <source>Watch</source>
        <translation>Beobachten</translation>
    </message>
    <message>
        <source>Follow a number through the run.</source>
        <translation>Eine Zahl durch den Lauf verfolgen.</translation>
    </message>
    <message>
        <source>No data yet</source>
        <translation>Noch keine Daten</translation>
    </message>
</context>
<context>
    <name>WatchModel</name>
    <message>
        <source>{watch}: {value}</source>
        <translation>{watch}: {value}</translation>
    </message>
    <message>
        <source>number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>change</source>
        <translation>Änderung</translation>
    </message>
</context>
<context>
    <name>WatchPlot</name>
    <message>
        <source>{name}: {value} at step {step}</source>
        <translation>{name}: {value} bei Schritt {step}</translation>
    </message>
    <message>
        <source>step {step}</source>
        <translation>Schritt {step}</translation>
    </message>
    <message>
        <source>steps {first} to {last}</source>
        <translation>Schritte {first} bis {last}</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>{low} bis {high}</translation>
    </message>
</context>
<context>
    <name>WatchView</name>
    <message>
        <source>Curve of the watch along the steps</source>
        <translation>Kurve der Beobachtung über die Schritte</translation>
    </message>
    <message>
        <source>Points are values that came to the window while the run went on. “Exact” computes the value at every step in sight again, beside the run: a line, and where a pixel has many steps a band from the least to the largest. Other branches are drawn in their colours, each from its fork on. Click: go to that step. Wheel or drag: zoom. Double click: whole run. Right click: copy.</source>
        <translation>Punkte sind Werte, die zum Fenster kamen, während der Lauf weiterging. „Genau“ berechnet neben dem Lauf den Wert jedes sichtbaren Schritts noch einmal: eine Linie, und wo ein Pixel viele Schritte hat, ein Band vom kleinsten bis zum größten. Andere Zweige haben ihre Farbe, jeweils ab der Abzweigung. Klick: zu diesem Schritt gehen. Rad oder Ziehen: zoomen. Doppelklick: ganzer Lauf. Rechtsklick: kopieren.</translation>
    </message>
    <message>
        <source>log value</source>
        <translation>log Wert</translation>
    </message>
    <message>
        <source>Logarithmic axis of the value.</source>
        <translation>Logarithmische Achse des Werts.</translation>
    </message>
    <message>
        <source>Exact</source>
        <translation>Genau</translation>
    </message>
    <message>
        <source>Compute the value at every step in sight, beside the run.</source>
        <translation>Den Wert jedes sichtbaren Schritts neben dem Lauf berechnen.</translation>
    </message>
    <message>
        <source>branches</source>
        <translation>Zweige</translation>
    </message>
    <message>
        <source>The number on the other branches of this run, each from its fork on.</source>
        <translation>Die Zahl auf den anderen Zweigen dieses Laufs, jeweils ab der Abzweigung.</translation>
    </message>
    <message>
        <source>every step</source>
        <translation>jeder Schritt</translation>
    </message>
    <message>
        <source>least to largest</source>
        <translation>kleinster bis größter</translation>
    </message>
    <message>
        <source>seen while it ran</source>
        <translation>beim Laufen gesehen</translation>
    </message>
</context>
<context>
    <name>Watches</name>
    <message>
        <source>An index is 0, and they count from 1. Use 1 for the first.</source>
        <translation>Ein Index ist 0, gezählt wird aber ab 1. Für den ersten 1 verwenden.</translation>
    </message>
    <message>
        <source>Of one sample: a search computes it anew in every step.</source>
        <translation>Von einem Beispiel: Eine Suche berechnet es in jedem Schritt neu.</translation>
    </message>
    <message>
        <source>Read from many weights: a search looks at all of them in every step.</source>
        <translation>Aus vielen Gewichten: Eine Suche sieht sie in jedem Schritt alle an.</translation>
    </message>
    <message>
        <source>{watch}, of the pair of the step at hand, which is trained next</source>
        <translation>{watch}, vom Paar des anstehenden Schritts, mit dem als Nächstes trainiert wird</translation>
    </message>
</context>
<context>
    <name>WatchesPanel</name>
    <message>
        <source>Numbers to watch</source>
        <translation>Zahlen zum Beobachten</translation>
    </message>
    <message>
        <source>Number to watch</source>
        <translation>Zu beobachtende Zahl</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Follow this number (Return).</source>
        <translation>Diese Zahl verfolgen (Eingabetaste).</translation>
    </message>
    <message>
        <source>Watches</source>
        <translation>Beobachtung</translation>
    </message>
    <message>
        <source>A watch follows a number through the run: its value, what the last step made of it, and its curve. Type one above, or press Shift+F9 to add the selected weight.</source>
        <translation>Eine Beobachtung verfolgt eine Zahl durch den Lauf: ihren Wert, was der letzte Schritt daraus gemacht hat, und ihre Kurve. Oben eine eingeben, oder mit Umschalt+F9 das ausgewählte Gewicht hinzufügen.</translation>
    </message>
    <message>
        <source>Progress of the exact curve</source>
        <translation>Fortschritt der genauen Kurve</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Give up the exact curve.</source>
        <translation>Die genaue Kurve abbrechen.</translation>
    </message>
    <message>
        <source>Condition of the data breakpoint</source>
        <translation>Bedingung des Daten-Haltepunkts</translation>
    </message>
    <message>
        <source>is above</source>
        <translation>ist über</translation>
    </message>
    <message>
        <source>is below</source>
        <translation>ist unter</translation>
    </message>
    <message>
        <source>changes sign</source>
        <translation>wechselt das Vorzeichen</translation>
    </message>
    <message>
        <source>moves by more than</source>
        <translation>ändert sich um mehr als</translation>
    </message>
    <message>
        <source>Break</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stop the run before the update of each step in which this holds.</source>
        <translation>Den Lauf vor der Aktualisierung jedes Schritts anhalten, in dem das gilt.</translation>
    </message>
    <message>
        <source>The numbers that you follow: the value where the run stands, and the change by the last step. The curve is that of the selected one; Del removes it.</source>
        <translation>Die beobachtten Zahlen: der Wert, wo der Lauf steht, und die Änderung durch den letzten Schritt. Die Kurve gehört zur ausgewählten; Entf entfernt sie.</translation>
    </message>
    <message>
        <source>Add the data breakpoint</source>
        <translation>Den Daten-Haltepunkt hinzufügen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Follow the selected number no more (Del).</source>
        <translation>Die ausgewählte Zahl nicht mehr verfolgen (Entf).</translation>
    </message>
    <message>
        <source>Remove all</source>
        <translation>Alle entfernen</translation>
    </message>
    <message>
        <source>Follow no number any more.</source>
        <translation>Keine Zahl mehr verfolgen.</translation>
    </message>
    <message>
        <source>The curve of the selected watch is drawn here.</source>
        <translation>Hier wird die Kurve der ausgewählten Beobachtung gezeichnet.</translation>
    </message>
    <message>
        <source>Compute the value at every step in sight, beside the run.</source>
        <translation>Den Wert jedes sichtbaren Schritts neben dem Lauf berechnen.</translation>
    </message>
    <message>
        <source>A number of the run, such as {weight}, norm W1, {unit}, {output} or loss; Return adds it. The list offers those of the selected weight and its unit.</source>
        <translation>Eine Zahl des Laufs, etwa {weight}, norm W1, {unit}, {output} oder loss; die Eingabetaste fügt sie hinzu. Die Liste bietet die des ausgewählten Gewichts und seiner Einheit an.</translation>
    </message>
    <message>
        <source>value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>The breakpoint “{condition}” is in the list already.</source>
        <translation>Der Haltepunkt „{condition}“ ist schon in der Liste.</translation>
    </message>
    <message>
        <source>Breakpoint added: {condition}.</source>
        <translation>Haltepunkt hinzugefügt: {condition}.</translation>
    </message>
</context>
<context>
    <name>WeightEditor</name>
    <message>
        <source>Value of the weight</source>
        <translation>Wert des Gewichts</translation>
    </message>
    <message>
        <source>The weight&apos;s new value: Enter applies it, Esc discards it.</source>
        <translation>Der neue Wert des Gewichts: Die Eingabetaste übernimmt ihn, Esc verwirft ihn.</translation>
    </message>
    <message>
        <source>Value of {weight}</source>
        <translation>Wert von {weight}</translation>
    </message>
</context>
<context>
    <name>WeightHistoryPanel</name>
    <message>
        <source>The weights from the inputs to the hidden units</source>
        <translation>Die Gewichte von den Eingaben zu den verborgenen Einheiten</translation>
    </message>
    <message>
        <source>The weights from the hidden units to the outputs</source>
        <translation>Die Gewichte von den verborgenen Einheiten zu den Ausgaben</translation>
    </message>
    <message>
        <source>Computing…</source>
        <translation>Wird berechnet…</translation>
    </message>
    <message>
        <source>The data set is still loading. Its weights will be counted here.</source>
        <translation>Der Datensatz lädt noch. Hier werden seine Gewichte gezählt.</translation>
    </message>
    <message>
        <source>measured at {n} steps</source>
        <translation>in {n} Schritten gemessen</translation>
    </message>
    <message>
        <source>measured at 1 step</source>
        <translation>in 1 Schritt gemessen</translation>
    </message>
    <message>
        <source>{measured} · bins of {width}</source>
        <translation>{measured} · Intervalle der Breite {width}</translation>
    </message>
</context>
<context>
    <name>WeightHistoryPlot</name>
    <message>
        <source>weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>step {step}</source>
        <translation>Schritt {step}</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>{low} bis {high}</translation>
    </message>
    <message>
        <source>{n} of {all} weights</source>
        <translation>{n} von {all} Gewichten</translation>
    </message>
    <message>
        <source>{n} not finite</source>
        <translation>{n} nicht endlich</translation>
    </message>
</context>
<context>
    <name>WeightHistoryView</name>
    <message>
        <source>Distribution of the weights along the steps</source>
        <translation>Verteilung der Gewichte im Verlauf der Schritte</translation>
    </message>
    <message>
        <source>How many weights of the matrix (colour) had which value (upwards) at which step (across). A column is one measurement; steps without a measurement are left blank. Measured while this panel is visible. Click: go to that step. Arrow keys, Home, End: from bin to bin; Enter: go to that step. Wheel or drag: zoom. Shift and drag: move along. Double click: whole run. Right click: copy.</source>
        <translation>Wie viele Gewichte der Matrix (Farbe) in welchem Schritt (waagerecht) welchen Wert (senkrecht) hatten. Eine Spalte ist eine Messung; Schritte ohne Messung bleiben leer. Gemessen wird, solange dieser Bereich zu sehen ist. Klick: zu diesem Schritt. Pfeiltasten, Pos1, Ende: von Intervall zu Intervall; Eingabetaste: zu diesem Schritt. Mausrad oder Ziehen: zoomen. Umschalt und Ziehen: verschieben. Doppelklick: ganzer Lauf. Rechtsklick: kopieren.</translation>
    </message>
    <message>
        <source>log count</source>
        <translation>log Anzahl</translation>
    </message>
    <message>
        <source>Logarithmic colours: bins with few weights can be told apart as well.</source>
        <translation>Logarithmische Farben: Auch Intervalle mit wenigen Gewichten sind zu unterscheiden.</translation>
    </message>
    <message>
        <source>weights in a bin</source>
        <translation>Gewichte in einem Intervall</translation>
    </message>
</context>
<context>
    <name>WeightsHeader</name>
    <message>
        <source>The weights {symbol}</source>
        <translation>Die Gewichte {symbol}</translation>
    </message>
    <message>
        <source>The gradient of the loss of the current pair: ∂{symbol} = {formula}</source>
        <translation>Der Gradient des Verlusts des aktuellen Paars: ∂{symbol} = {formula}</translation>
    </message>
    <message>
        <source>What the last step changed: Δ{symbol} = −λ ∂{symbol}</source>
        <translation>Was der letzte Schritt geändert hat: Δ{symbol} = −λ ∂{symbol}</translation>
    </message>
    <message>
        <source>Draw the matrix: a row for each hidden unit, a column for each input</source>
        <translation>Die Matrix zeichnen: eine Zeile für jede verborgene Einheit, eine Spalte für jede Eingabe</translation>
    </message>
    <message>
        <source>Draw the row of each hidden unit as a picture, input i at its pixel</source>
        <translation>Die Zeile jeder verborgenen Einheit als Bild zeichnen, Eingabe i an ihrem Pixel</translation>
    </message>
    <message>
        <source>Tiles</source>
        <translation>Kacheln</translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation>Matrix</translation>
    </message>
</context>
<context>
    <name>WeightsPanel</name>
    <message>
        <source>Point at an entry to read it, click to select it.</source>
        <translation>Auf einen Eintrag zeigen: ablesen, Klick: auswählen.</translation>
    </message>
    <message>
        <source>{symbol} as colours. Click an entry to select it, double-click to edit it while the run is paused. By keys: Enter selects, arrows move, Enter or F2 edits.</source>
        <translation>{symbol} als Farben. Klick auf einen Eintrag wählt ihn aus, Doppelklick bearbeitet ihn, solange der Lauf pausiert. Mit Tasten: Die Eingabetaste wählt aus, die Pfeiltasten bewegen, Eingabetaste oder F2 bearbeitet.</translation>
    </message>
    <message>
        <source>one tile per hidden unit k; input i at its pixel</source>
        <translation>eine Kachel je verborgener Einheit k; Eingabe i an ihrem Pixel</translation>
    </message>
    <message>
        <source>one tile per hidden unit k; the constant input below it</source>
        <translation>eine Kachel je verborgener Einheit k; darunter die konstante Eingabe</translation>
    </message>
    <message>
        <source>a tile: hidden unit k</source>
        <translation>eine Kachel: verborgene Einheit k</translation>
    </message>
    <message>
        <source>Only weights can be edited. Choose W above first.</source>
        <translation>Nur Gewichte lassen sich bearbeiten. Zuerst oben W wählen.</translation>
    </message>
    <message>
        <source>Weights cannot be edited while the run is training. Pause it first.</source>
        <translation>Gewichte lassen sich nicht ändern, während der Lauf trainiert. Zuerst pausieren.</translation>
    </message>
    <message>
        <source>at step {step}</source>
        <translation>in Schritt {step}</translation>
    </message>
    <message>
        <source>before the update {value}</source>
        <translation>vor der Aktualisierung {value}</translation>
    </message>
    <message>
        <source>no step has been done yet</source>
        <translation>noch ist kein Schritt ausgeführt</translation>
    </message>
    <message>
        <source>not yet computed</source>
        <translation>noch nicht berechnet</translation>
    </message>
    <message>
        <source>of step {step}</source>
        <translation>von Schritt {step}</translation>
    </message>
    <message>
        <source>of step {step}, custom pair: {title}</source>
        <translation>von Schritt {step}, eigenes Paar: {title}</translation>
    </message>
    <message>
        <source>of step {step}, sample {sample}</source>
        <translation>von Schritt {step}, Beispiel {sample}</translation>
    </message>
    <message>
        <source>row {row} of ∂W₁ reads column {row}</source>
        <translation>Zeile {row} von ∂W₁ liest Spalte {row}</translation>
    </message>
    <message>
        <source>row {row} of ∂{symbol} comes next</source>
        <translation>Zeile {row} von ∂{symbol} kommt als Nächstes</translation>
    </message>
    <message>
        <source>rows computed: {done} of {rows}</source>
        <translation>berechnete Zeilen: {done} von {rows}</translation>
    </message>
    <message>
        <source>rows updated: {done} of {rows}</source>
        <translation>aktualisierte Zeilen: {done} von {rows}</translation>
    </message>
    <message>
        <source>{vector} reads all of it</source>
        <translation>{vector} liest alles davon</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Welcome</source>
        <translation>Willkommen</translation>
    </message>
    <message>
        <source>Welcome to bpviz</source>
        <translation>Willkommen bei bpviz</translation>
    </message>
    <message>
        <source>Backpropagation, to look at and to stop at any row of any matrix. How do you want to begin?</source>
        <translation>Backpropagation zum Zusehen und zum Anhalten an jeder Zeile jeder Matrix. Womit möchten Sie anfangen?</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Go to the panels. Help → Welcome brings this page back.</source>
        <translation>Zu den Feldern gehen. Hilfe → Willkommen bringt diese Seite wieder.</translation>
    </message>
    <message>
        <source>Help → Welcome brings this page back.</source>
        <translation>Hilfe → Willkommen bringt diese Seite wieder.</translation>
    </message>
    <message>
        <source>60 000 handwritten digits, at full speed: weights, loss and gradients, live.</source>
        <translation>60 000 handgeschriebene Ziffern in vollem Tempo: Gewichte, Verlust und Gradienten, live.</translation>
    </message>
    <message>
        <source>Draw a digit</source>
        <translation>Eine Ziffer zeichnen</translation>
    </message>
    <message>
        <source>Draw with the mouse, and see what the network makes of it while it learns.</source>
        <translation>Mit der Maus zeichnen und sehen, was das Netz daraus macht, während es lernt.</translation>
    </message>
    <message>
        <source>Find the mistake in the note</source>
        <translation>Den Fehler in der Notiz finden</translation>
    </message>
    <message>
        <source>Four samples, and every formula with its numbers. ↓ goes on by one phase.</source>
        <translation>Vier Beispiele und jede Formel mit ihren Zahlen. ↓ geht eine Phase weiter.</translation>
    </message>
    <message>
        <source>The printed gradient beside the exact one; Shift+F6 trains with both formulas.</source>
        <translation>Der gedruckte Gradient neben dem exakten; Umschalt+F6 trainiert mit beiden Formeln.</translation>
    </message>
    <message>
        <source>Watch digits being learned</source>
        <translation>Zusehen, wie Ziffern gelernt werden</translation>
    </message>
    <message>
        <source>XOR, step by step</source>
        <translation>XOR, Schritt für Schritt</translation>
    </message>
</context>
<context>
    <name>WorstSamples</name>
    <message>
        <source>The samples with the largest losses</source>
        <translation>Die Beispiele mit den größten Verlusten</translation>
    </message>
    <message>
        <source>The samples with the largest losses, the worst one first. Click: show the sample. Double click or Return: train on it next. The list does not change while the mouse is over it.</source>
        <translation>Die Beispiele mit den größten Verlusten, das schlechteste zuerst. Klick: das Beispiel zeigen. Doppelklick oder Eingabetaste: als Nächstes damit trainieren. Solange die Maus über der Liste steht, ändert sie sich nicht.</translation>
    </message>
    <message>
        <source>Train on this sample next</source>
        <translation>Als Nächstes mit diesem Beispiel trainieren</translation>
    </message>
</context>
<context>
    <name>_EditDialog</name>
    <message>
        <source>Layouts</source>
        <translation>Anordnungen</translation>
    </message>
    <message>
        <source>Your own layouts. F2 or a double click changes a name.</source>
        <translation>Die eigenen Anordnungen. F2 oder ein Doppelklick ändert einen Namen.</translation>
    </message>
    <message>
        <source>Change the name of the selected layout.</source>
        <translation>Den Namen der gewählten Anordnung ändern.</translation>
    </message>
    <message>
        <source>Delete the selected layout.</source>
        <translation>Die gewählte Anordnung löschen.</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Two layouts are called “{name}”. Change one of the names.</source>
        <translation>Zwei Anordnungen heißen „{name}“. Einen der Namen ändern.</translation>
    </message>
</context>
<context>
    <name>_NameDialog</name>
    <message>
        <source>Save layout</source>
        <translation>Anordnung speichern</translation>
    </message>
    <message>
        <source>What the View menu calls this layout; at most 40 characters.</source>
        <translation>Wie das Menü „Ansicht“ diese Anordnung nennt; höchstens 40 Zeichen.</translation>
    </message>
    <message>
        <source>Name of the layout</source>
        <translation>Name der Anordnung</translation>
    </message>
    <message>
        <source>“{name}” is there already; it is replaced.</source>
        <translation>„{name}“ gibt es schon und wird ersetzt.</translation>
    </message>
    <message>
        <source>It keeps where the panels are now, for the View menu.</source>
        <translation>Behält für das Menü „Ansicht“, wo die Bereiche jetzt sind.</translation>
    </message>
</context>
<context>
    <name>counts</name>
    <message>
        <source>1 hidden unit</source>
        <translation>1 verborgene Einheit</translation>
    </message>
    <message>
        <source>1 input</source>
        <translation>1 Eingabe</translation>
    </message>
    <message>
        <source>1 output</source>
        <translation>1 Ausgabe</translation>
    </message>
    <message>
        <source>1 sample</source>
        <translation>1 Beispiel</translation>
    </message>
    <message>
        <source>1 step</source>
        <translation>1 Schritt</translation>
    </message>
    <message>
        <source>1 step ago</source>
        <translation>vor 1 Schritt</translation>
    </message>
    <message>
        <source>1 step ahead</source>
        <translation>1 Schritt voraus</translation>
    </message>
    <message>
        <source>{n} hidden units</source>
        <translation>{n} verborgene Einheiten</translation>
    </message>
    <message>
        <source>{n} inputs</source>
        <translation>{n} Eingaben</translation>
    </message>
    <message>
        <source>{n} outputs</source>
        <translation>{n} Ausgaben</translation>
    </message>
    <message>
        <source>{n} samples</source>
        <translation>{n} Beispiele</translation>
    </message>
    <message>
        <source>{n} steps</source>
        <translation>{n} Schritte</translation>
    </message>
    <message>
        <source>{n} steps ago</source>
        <translation>vor {n} Schritten</translation>
    </message>
    <message>
        <source>{n} steps ahead</source>
        <translation>{n} Schritte voraus</translation>
    </message>
</context>
<context>
    <name>export</name>
    <message>
        <source>Copy values</source>
        <translation>Werte kopieren</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>Bild kopieren</translation>
    </message>
</context>
<context>
    <name>formulas</name>
    <message>
        <source>new {weight}</source>
        <translation>{weight} neu</translation>
    </message>
    <message>
        <source>{symbol} is not yet computed</source>
        <translation>{symbol} ist noch nicht berechnet</translation>
    </message>
    <message>
        <source>column {k} of W₂</source>
        <translation>Spalte {k} von W₂</translation>
    </message>
    <message>
        <source>largest in its row</source>
        <translation>größter der Zeile</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>{inputs}, {used} of them nonzero</source>
        <translation>{inputs}, davon {used} ungleich 0</translation>
    </message>
    <message>
        <source>sample</source>
        <translation>Beispiel</translation>
    </message>
    <message>
        <source>of {number} samples</source>
        <translation>von {number} Beispielen</translation>
    </message>
    <message>
        <source>class {label}</source>
        <translation>Klasse {label}</translation>
    </message>
    <message>
        <source>{number} targets</source>
        <translation>{number} Zielwerte</translation>
    </message>
    <message>
        <source>chosen for every step</source>
        <translation>für jeden Schritt gewählt</translation>
    </message>
    <message>
        <source>custom pair for this step</source>
        <translation>eigenes Paar für diesen Schritt</translation>
    </message>
    <message>
        <source>chosen for this step</source>
        <translation>für diesen Schritt gewählt</translation>
    </message>
    <message>
        <source>drawn at random (seed {seed}, step {step})</source>
        <translation>zufällig gezogen (Startwert {seed}, Schritt {step})</translation>
    </message>
    <message>
        <source>from a new shuffle each epoch (seed {seed}, step {step})</source>
        <translation>jede Epoche neu gemischt (Startwert {seed}, Schritt {step})</translation>
    </message>
    <message>
        <source>the next one in order (step {step})</source>
        <translation>das nächste der Reihe nach (Schritt {step})</translation>
    </message>
    <message>
        <source>not yet computed</source>
        <translation>noch nicht berechnet</translation>
    </message>
    <message>
        <source>rounding</source>
        <translation>Rundung</translation>
    </message>
    <message>
        <source>1 more term</source>
        <translation>1 weiterer Summand</translation>
    </message>
    <message>
        <source>{number} more terms</source>
        <translation>{number} weitere Summanden</translation>
    </message>
    <message>
        <source>all inputs are 0, so the sum has no terms</source>
        <translation>alle Eingaben sind 0, die Summe hat keine Summanden</translation>
    </message>
    <message>
        <source>in original units:</source>
        <translation>in ursprünglicher Einheit:</translation>
    </message>
</context>
<context>
    <name>messages</name>
    <message>
        <source>A table of {rows} rows and {columns} columns.</source>
        <translation>Eine Tabelle mit {rows} Zeilen und {columns} Spalten.</translation>
    </message>
    <message>
        <source>AND</source>
        <translation>AND</translation>
    </message>
    <message>
        <source>Arrays of NPY files: {names}.</source>
        <translation>Arrays aus NPY-Dateien: {names}.</translation>
    </message>
    <message>
        <source>Arrays of an NPZ file: {names}.</source>
        <translation>Arrays einer NPZ-Datei: {names}.</translation>
    </message>
    <message>
        <source>Autoencoder 8-3-8</source>
        <translation>Autoencoder 8-3-8</translation>
    </message>
    <message>
        <source>Both gradient rules</source>
        <translation>Beide Gradientenregeln</translation>
    </message>
    <message>
        <source>Branch {number}</source>
        <translation>Zweig {number}</translation>
    </message>
    <message>
        <source>Breakpoint number {number} is the same already. Use another value.</source>
        <translation>Haltepunkt Nummer {number} ist schon derselbe. Einen anderen Wert verwenden.</translation>
    </message>
    <message>
        <source>Checkerboard</source>
        <translation>Schachbrett</translation>
    </message>
    <message>
        <source>Column {name} of {file} contains numbers but, in row {row} (line {line}), the text {text}. Use a number, count it as missing (also_missing), or use the column as categories (categories).</source>
        <translation>Spalte {name} von {file} enthält Zahlen, in Zeile {row} (Dateizeile {line}) aber den Text {text}. Eine Zahl verwenden, ihn als fehlend zählen (also_missing) oder die Spalte als Kategorien verwenden (categories).</translation>
    </message>
    <message>
        <source>Column {name} of {file} contains numbers but, in row {row} (line {line}), the text {text}. Use numbers only, count it as missing (also_missing), or leave this column out of the inputs.</source>
        <translation>Spalte {name} von {file} enthält Zahlen, in Zeile {row} (Dateizeile {line}) aber den Text {text}. Nur Zahlen verwenden, ihn als fehlend zählen (also_missing) oder diese Spalte bei den Eingaben weglassen.</translation>
    </message>
    <message>
        <source>Compiling the kernels, once per machine: {what} ({part} of {parts})</source>
        <translation>Kernel werden übersetzt, einmal je Rechner: {what} ({part} von {parts})</translation>
    </message>
    <message>
        <source>Digits 8×8</source>
        <translation>Ziffern 8×8</translation>
    </message>
    <message>
        <source>IDX files: {names}.</source>
        <translation>IDX-Dateien: {names}.</translation>
    </message>
    <message>
        <source>In {file}, W1 has {rows} rows and W2 {columns} columns; both must be the hidden size l. {fitting}</source>
        <translation>In {file} hat W1 {rows} Zeilen und W2 {columns} Spalten; beides muss l sein. {fitting}</translation>
    </message>
    <message>
        <source>Iris</source>
        <translation>Iris</translation>
    </message>
    <message>
        <source>Loading {name}</source>
        <translation>{name} wird geladen</translation>
    </message>
    <message>
        <source>MNIST</source>
        <translation>MNIST</translation>
    </message>
    <message>
        <source>No step is recorded yet.</source>
        <translation>Noch ist kein Schritt aufgezeichnet.</translation>
    </message>
    <message>
        <source>Not used: {names}.</source>
        <translation>Nicht verwendet: {names}.</translation>
    </message>
    <message>
        <source>OR</source>
        <translation>OR</translation>
    </message>
    <message>
        <source>Parity of 3 bits</source>
        <translation>Parität von 3 Bits</translation>
    </message>
    <message>
        <source>Points on a board of 3×3 squares of side 3, the middle and the corners class 0, the other four class 1; noise moves the points after they got their class. Sharp corners are hard for sigmoids.</source>
        <translation>Punkte auf einem Brett aus 3×3 Quadraten der Seitenlänge 3, die Mitte und die Ecken Klasse 0, die anderen vier Klasse 1; Rauschen verschiebt die Punkte, nachdem sie ihre Klasse bekommen haben. Scharfe Ecken sind für Sigmoide schwer.</translation>
    </message>
    <message>
        <source>Points on a circle of radius 2, class 0, and on one of radius 1 inside it, class 1, moved by noise in both directions. The hidden units&apos; lines have to close a ring.</source>
        <translation>Punkte auf einem Kreis vom Radius 2, Klasse 0, und auf einem vom Radius 1 darin, Klasse 1, in beiden Richtungen durch Rauschen verschoben. Die Linien der verborgenen Einheiten müssen sich zu einem Ring schließen.</translation>
    </message>
    <message>
        <source>Sine curve</source>
        <translation>Sinuskurve</translation>
    </message>
    <message>
        <source>The class of the breakpoint</source>
        <translation>Die Klasse des Haltepunkts</translation>
    </message>
    <message>
        <source>The class of the pair</source>
        <translation>Die Klasse des Paars</translation>
    </message>
    <message>
        <source>The column of {matrix}</source>
        <translation>Die Spalte von {matrix}</translation>
    </message>
    <message>
        <source>The data of the run is missing: {source} does not exist. Put it there or beside the file of the run, or say where it is (--data).</source>
        <translation>Die Daten des Laufs fehlen: {source} gibt es nicht. Sie dorthin oder neben die Datei des Laufs legen, oder sagen, wo sie sind (--data).</translation>
    </message>
    <message>
        <source>The end of the range</source>
        <translation>Das Ende des Bereichs</translation>
    </message>
    <message>
        <source>The factor of the loss jump</source>
        <translation>Der Faktor des Verlustsprungs</translation>
    </message>
    <message>
        <source>The first step</source>
        <translation>Der erste Schritt</translation>
    </message>
    <message>
        <source>The fraction of saturated hidden units</source>
        <translation>Der Anteil gesättigter verborgener Einheiten</translation>
    </message>
    <message>
        <source>The gesture</source>
        <translation>Die Geste</translation>
    </message>
    <message>
        <source>The hidden size l</source>
        <translation>Die Zahl l der verborgenen Einheiten</translation>
    </message>
    <message>
        <source>The ignore count</source>
        <translation>Die Zahl der ignorierten Treffer</translation>
    </message>
    <message>
        <source>The keyframe budget</source>
        <translation>Der Platz für Speicherpunkte</translation>
    </message>
    <message>
        <source>The learning rate λ is {value}; it must be a finite number above 0, such as 0.1.</source>
        <translation>Die Lernrate λ ist {value}; nötig ist eine endliche Zahl über 0, etwa 0,1.</translation>
    </message>
    <message>
        <source>The loss threshold</source>
        <translation>Die Schwelle des Verlusts</translation>
    </message>
    <message>
        <source>The number of buckets</source>
        <translation>Die Zahl der Gruppen</translation>
    </message>
    <message>
        <source>The number of steps</source>
        <translation>Die Zahl der Schritte</translation>
    </message>
    <message>
        <source>The number of steps of the breakpoint</source>
        <translation>Die Zahl der Schritte des Haltepunkts</translation>
    </message>
    <message>
        <source>The option {name} of {title} is {value}; it must be from {low} to {high}.</source>
        <translation>Die Option {name} von {title} ist {value}; möglich sind Werte von {low} bis {high}.</translation>
    </message>
    <message>
        <source>The patience</source>
        <translation>Die Geduld</translation>
    </message>
    <message>
        <source>The recipe has {count} characters, more than the {most} that one may have. Save the run as a file.</source>
        <translation>Das Rezept hat {count} Zeichen, mehr als die {most}, die eines haben darf. Den Lauf als Datei speichern.</translation>
    </message>
    <message>
        <source>The row</source>
        <translation>Die Zeile</translation>
    </message>
    <message>
        <source>The row of {matrix}</source>
        <translation>Die Zeile von {matrix}</translation>
    </message>
    <message>
        <source>The run has more changes and branches than a file can hold. Delete branches that you no longer need.</source>
        <translation>Der Lauf hat mehr Änderungen und Zweige, als eine Datei fasst. Nicht mehr gebrauchte Zweige löschen.</translation>
    </message>
    <message>
        <source>The sample of the breakpoint</source>
        <translation>Das Beispiel des Haltepunkts</translation>
    </message>
    <message>
        <source>The sample of the test set</source>
        <translation>Das Beispiel der Testdaten</translation>
    </message>
    <message>
        <source>The seed</source>
        <translation>Der Startwert</translation>
    </message>
    <message>
        <source>The settings of the run are {value}; they must be Settings, such as Settings(n_hidden=32).</source>
        <translation>Die Einstellungen des Laufs sind {value}; nötig ist ein Objekt Settings, etwa Settings(n_hidden=32).</translation>
    </message>
    <message>
        <source>The size of the pictures is {size}; it must be a pair of height and width, such as (28, 28).</source>
        <translation>Die Größe der Bilder ist {size}; nötig ist ein Paar aus Höhe und Breite, etwa (28, 28).</translation>
    </message>
    <message>
        <source>The speed is {value}; it must be a number of steps per second above 0.</source>
        <translation>Die Geschwindigkeit ist {value}; nötig ist eine Zahl von Schritten je Sekunde über 0.</translation>
    </message>
    <message>
        <source>The step</source>
        <translation>Der Schritt</translation>
    </message>
    <message>
        <source>The step on that branch</source>
        <translation>Der Schritt auf jenem Zweig</translation>
    </message>
    <message>
        <source>The stopping window</source>
        <translation>Das Fenster der Abbruchregel</translation>
    </message>
    <message>
        <source>The threshold of ‖∂W₁‖</source>
        <translation>Die Schwelle von ‖∂W₁‖</translation>
    </message>
    <message>
        <source>The threshold of ‖∂W₂‖</source>
        <translation>Die Schwelle von ‖∂W₂‖</translation>
    </message>
    <message>
        <source>The tolerance is {value}; it must be a number from 0 to below 1.</source>
        <translation>Die Toleranz ist {value}; nötig ist eine Zahl von 0 bis unter 1.</translation>
    </message>
    <message>
        <source>The trainer could not start ({error}).</source>
        <translation>Der Trainer konnte nicht starten ({error}).</translation>
    </message>
    <message>
        <source>The weights are not everywhere to the last bit those of the run that was saved: another version of bpviz or of a library, or another processor, computes other last digits.</source>
        <translation>Die Gewichte sind nicht überall bis aufs letzte Bit die des gespeicherten Laufs: Eine andere Version von bpviz oder einer Bibliothek oder ein anderer Prozessor rechnet mit anderen letzten Stellen.</translation>
    </message>
    <message>
        <source>There is no branch number {number}.</source>
        <translation>Es gibt keinen Zweig mit der Nummer {number}.</translation>
    </message>
    <message>
        <source>There is no breakpoint number {number}.</source>
        <translation>Es gibt keinen Haltepunkt mit der Nummer {number}.</translation>
    </message>
    <message>
        <source>There is no change to undo.</source>
        <translation>Es gibt keine Änderung rückgängig zu machen.</translation>
    </message>
    <message>
        <source>Two Gaussians</source>
        <translation>Zwei Gaußwolken</translation>
    </message>
    <message>
        <source>Two circles</source>
        <translation>Zwei Kreise</translation>
    </message>
    <message>
        <source>Two interleaved half circles of radius 1, the upper one class 0, the lower one class 1, moved by noise in both directions.</source>
        <translation>Zwei ineinandergreifende Halbkreise vom Radius 1, der obere Klasse 0, der untere Klasse 1, in beiden Richtungen durch Rauschen verschoben.</translation>
    </message>
    <message>
        <source>Two moons</source>
        <translation>Zwei Monde</translation>
    </message>
    <message>
        <source>Two spirals</source>
        <translation>Zwei Spiralen</translation>
    </message>
    <message>
        <source>XOR</source>
        <translation>XOR</translation>
    </message>
    <message>
        <source>a change taken back</source>
        <translation>eine rückgängig gemachte Änderung</translation>
    </message>
    <message>
        <source>as printed</source>
        <translation>wie gedruckt</translation>
    </message>
    <message>
        <source>as printed from step {step}</source>
        <translation>wie gedruckt ab Schritt {step}</translation>
    </message>
    <message>
        <source>1 797 small handwritten digits, 8×8 grey pixels from 0 to 1. A fifth of each class, or the chosen share, is held out for testing; the same seed gives the same split. Optical Recognition of Handwritten Digits (test set) by E. Alpaydin and C. Kaynak, UCI Machine Learning Repository; CC BY 4.0.</source>
        <translation>1 797 kleine handgeschriebene Ziffern, 8×8 graue Pixel von 0 bis 1. Ein Fünftel jeder Klasse oder der gewählte Anteil wird zum Testen zurückgehalten; bei gleichem Startwert immer derselbe. Optical Recognition of Handwritten Digits (Testdaten) von E. Alpaydin und C. Kaynak, UCI Machine Learning Repository; CC BY 4.0.</translation>
    </message>
    <message>
        <source>1 test sample</source>
        <translation>1 Testbeispiel</translation>
    </message>
    <message>
        <source>1 training sample</source>
        <translation>1 Trainingsbeispiel</translation>
    </message>
    <message>
        <source>A constant input 1 is appended in place of biases.</source>
        <translation>Eine konstante Eingabe 1 wird anstelle von Bias-Werten angehängt.</translation>
    </message>
    <message>
        <source>A norm is of a row, of a column or of the whole matrix. Leave out one of row and column.</source>
        <translation>Eine Norm ist die einer Zeile, einer Spalte oder der ganzen Matrix. Lassen Sie Zeile oder Spalte weg.</translation>
    </message>
    <message>
        <source>A run cannot be brought back ({reason}). What is left of it stays in {folder}.</source>
        <translation>Ein Lauf lässt sich nicht wiederherstellen ({reason}). Was von ihm übrig ist, bleibt in {folder}.</translation>
    </message>
    <message>
        <source>All weights are still 0 at step {step}, and so is every gradient: nothing can move. Choose initial weights other than zeros.</source>
        <translation>Alle Gewichte sind bei Schritt {step} noch 0 und jeder Gradient ebenso: Nichts kann sich bewegen. Andere Anfangsgewichte als „alle 0“ wählen.</translation>
    </message>
    <message>
        <source>All {l} hidden units are dead: h = 0 and every gradient has been exactly 0 for {recent} steps up to step {step}. Restart with a smaller λ.</source>
        <translation>Alle {l} verborgenen Einheiten sind tot: h = 0, und {recent} Schritte lang bis Schritt {step} war jeder Gradient genau 0. Mit kleinerem λ von vorn beginnen.</translation>
    </message>
    <message>
        <source>All {l} hidden units have the same weights at step {step}, since they began alike, and learn as one. Choose initial weights other than zeros.</source>
        <translation>Alle {l} verborgenen Einheiten haben bei Schritt {step} dieselben Gewichte, weil sie gleich begannen, und lernen wie eine einzige. Andere Anfangsgewichte als „alle 0“ wählen.</translation>
    </message>
    <message>
        <source>Both branches have already reached step {goal}. Choose more steps to train them further.</source>
        <translation>Beide Zweige sind schon bei Schritt {goal}. Mehr Schritte wählen, um sie weiter zu trainieren.</translation>
    </message>
    <message>
        <source>Categorical inputs, a 0/1 input for each distinct value (one-hot): {names}.</source>
        <translation>Text als Eingaben, eine Eingabe 0 oder 1 je verschiedenem Wert (One-hot): {names}.</translation>
    </message>
    <message>
        <source>Changes are not kept for the case of a crash ({reason}). Save the run.</source>
        <translation>Änderungen werden nicht für den Fall eines Absturzes aufbewahrt ({reason}). Den Lauf speichern.</translation>
    </message>
    <message>
        <source>Column {column} of {name} has {value} in row {row}. Use numbers only, or write the table to a file and load that.</source>
        <translation>Die Spalte {column} von {name} hat in Zeile {row} {value}. Nur Zahlen verwenden, oder die Tabelle in eine Datei schreiben und diese laden.</translation>
    </message>
    <message>
        <source>Column {name} of {file} is used both as target and as input. Choose one role.</source>
        <translation>Spalte {name} von {file} ist Zielwert und Eingabe zugleich. Eine Rolle wählen.</translation>
    </message>
    <message>
        <source>Compiling the kernels, at every start as they cannot be kept: {what} ({part} of {parts})</source>
        <translation>Kernel werden übersetzt, bei jedem Start, da sie nicht aufbewahrt werden können: {what} ({part} von {parts})</translation>
    </message>
    <message>
        <source>Computing the run</source>
        <translation>Der Lauf wird berechnet</translation>
    </message>
    <message>
        <source>Detected from the first rows; the rest of the file may change this.</source>
        <translation>Anhand der ersten Zeilen erkannt; die übrigen können daran noch etwas ändern.</translation>
    </message>
    <message>
        <source>Eight patterns, each with a single 1, that the network is to reproduce although they pass through only l = 3 hidden units: these learn a code for eight things, much like the three digits of a binary number. After Ackley, Hinton and Sejnowski (1985).</source>
        <translation>Acht Muster mit je einer einzigen 1, die das Netz wiedergeben soll, obwohl sie nur durch l = 3 verborgene Einheiten gehen: Diese lernen einen Code für acht Dinge, ganz ähnlich den drei Stellen einer Binärzahl. Nach Ackley, Hinton und Sejnowski (1985).</translation>
    </message>
    <message>
        <source>Encoding {encoding}, separator {separator}, decimal mark “{decimal}”.</source>
        <translation>Kodierung {encoding}, Trennzeichen {separator}, Dezimalzeichen „{decimal}“.</translation>
    </message>
    <message>
        <source>Every gradient has been exactly 0 for {recent} steps up to step {step}: the outputs are so saturated that σ₂′ = 0. Restart with a smaller λ.</source>
        <translation>{recent} Schritte lang bis Schritt {step} war jeder Gradient genau 0: Die Ausgaben sind so gesättigt, dass σ₂′ = 0 ist. Mit kleinerem λ von vorn beginnen.</translation>
    </message>
    <message>
        <source>Four measurements of 150 flowers of three species. A fifth of each species, or the chosen share, is held out for testing; the same seed gives the same split. Each input is standardised to mean 0 and variance 1 over the training set. R. A. Fisher (1936), UCI Machine Learning Repository; CC BY 4.0.</source>
        <translation>Vier Maße von 150 Blüten dreier Arten. Ein Fünftel jeder Art oder der gewählte Anteil wird zum Testen zurückgehalten; bei gleichem Startwert immer derselbe. Jede Eingabe ist über die Trainingsdaten auf Mittel 0 und Varianz 1 standardisiert. R. A. Fisher (1936), UCI Machine Learning Repository; CC BY 4.0.</translation>
    </message>
    <message>
        <source>Going to the step</source>
        <translation>Auf dem Weg zum Schritt</translation>
    </message>
    <message>
        <source>Handwritten digits, 28×28 grey pixels from 0 to 1: 60 000 for training and 10 000 for testing. The MNIST database by Yann LeCun, Corinna Cortes and Christopher J. C. Burges; CC BY-SA 3.0.</source>
        <translation>Handgeschriebene Ziffern, 28×28 graue Pixel von 0 bis 1: 60 000 zum Trainieren und 10 000 zum Testen. Die Datenbank MNIST von Yann LeCun, Corinna Cortes und Christopher J. C. Burges; CC BY-SA 3.0.</translation>
    </message>
    <message>
        <source>In {file}, W1 has {rows} rows; the hidden size l is at most {most}. Save W1 as (l, n) and W2 as (d, l).</source>
        <translation>In {file} hat W1 {rows} Zeilen; l ist höchstens {most}. W1 als (l, n) und W2 als (d, l) speichern.</translation>
    </message>
    <message>
        <source>In {folder} no run is left to be brought back.</source>
        <translation>In {folder} ist kein Lauf mehr, der sich wiederherstellen ließe.</translation>
    </message>
    <message>
        <source>Inputs and targets: {names}.</source>
        <translation>Eingaben und Zielwerte: {names}.</translation>
    </message>
    <message>
        <source>Inputs: pictures of {height} × {width} pixels, scaled so that {white:g} becomes 1.</source>
        <translation>Eingaben: Bilder von {height} × {width} Pixeln, so skaliert, dass {white:g} zu 1 wird.</translation>
    </message>
    <message>
        <source>Internal error in the trainer ({error}). The run stays where it was.</source>
        <translation>Interner Fehler im Trainer ({error}). Der Lauf bleibt, wo er war.</translation>
    </message>
    <message>
        <source>Internal error while replaying ({error}). The run goes on.</source>
        <translation>Interner Fehler beim Nachspielen ({error}). Der Lauf geht weiter.</translation>
    </message>
    <message>
        <source>Internal error while writing {file} ({error}). The run goes on.</source>
        <translation>Interner Fehler beim Schreiben von {file} ({error}). Der Lauf geht weiter.</translation>
    </message>
    <message>
        <source>Left out as row numbers: {names}. Choose them as inputs to train on them anyway.</source>
        <translation>Als Zeilennummern weggelassen: {names}. Als Eingaben wählen, um trotzdem damit zu trainieren.</translation>
    </message>
    <message>
        <source>Line {line} of {file} {what}. Use a line for each row: W1 or W2, the row counted from 0, and its weights.</source>
        <translation>Zeile {line} von {file} {what}. Eine Zeile je Matrixzeile verwenden: W1 oder W2, die Nummer der Zeile ab 0 und ihre Gewichte.</translation>
    </message>
    <message>
        <source>Loading the kernels</source>
        <translation>Kernel werden geladen</translation>
    </message>
    <message>
        <source>Loading was cancelled. Choose a data set.</source>
        <translation>Das Laden wurde abgebrochen. Einen Datensatz wählen.</translation>
    </message>
    <message>
        <source>No breakpoint was hit before step {step}; this is step 0.</source>
        <translation>Vor Schritt {step} wurde kein Haltepunkt getroffen; dies ist Schritt 0.</translation>
    </message>
    <message>
        <source>No input column selected. Choose at least one besides the target.</source>
        <translation>Keine Eingabespalte ausgewählt. Mindestens eine neben dem Zielwert wählen.</translation>
    </message>
    <message>
        <source>No target column selected. Choose the column to predict.</source>
        <translation>Keine Zielspalte ausgewählt. Die Spalte wählen, die vorhergesagt werden soll.</translation>
    </message>
    <message>
        <source>Not enough memory for the answer. Close other programs.</source>
        <translation>Der Speicher reicht für die Antwort nicht aus. Schließen Sie andere Programme.</translation>
    </message>
    <message>
        <source>Not enough memory for this network. Choose a smaller hidden size l.</source>
        <translation>Für dieses Netz reicht der Speicher nicht. Weniger verborgene Einheiten l wählen.</translation>
    </message>
    <message>
        <source>Not enough memory to load {file}. Use less data, or close other programs.</source>
        <translation>Der Speicher reicht nicht, um {file} zu laden. Weniger Daten verwenden oder andere Programme schließen.</translation>
    </message>
    <message>
        <source>Not enough memory to save the run. Close other programs.</source>
        <translation>Zu wenig Speicher, um den Lauf zu speichern. Andere Programme schließen.</translation>
    </message>
    <message>
        <source>Not enough memory to write {file}. Close other programs.</source>
        <translation>Der Speicher reicht nicht, um {file} zu schreiben. Andere Programme schließen.</translation>
    </message>
    <message>
        <source>NumPy archive</source>
        <translation>NumPy-Archiv</translation>
    </message>
    <message>
        <source>NumPy script</source>
        <translation>NumPy-Skript</translation>
    </message>
    <message>
        <source>Numeric inputs: {names}, {scaling}.</source>
        <translation>Zahlen als Eingaben: {names}, {scaling}.</translation>
    </message>
    <message>
        <source>ONNX model</source>
        <translation>ONNX-Modell</translation>
    </message>
    <message>
        <source>Of the arrays {names} of {file}, it is not clear which are inputs and targets. Name them X and y, or x_train, y_train, x_test and y_test, or choose one of each.</source>
        <translation>Welche der Arrays {names} von {file} Eingaben und Zielwerte sind, ist nicht klar. Sie X und y oder x_train, y_train, x_test und y_test nennen, oder je eines wählen.</translation>
    </message>
    <message>
        <source>One loss, {loss:.2g} near step {step}, is more than a thousand times any other and flattens the curve. Zoom to the steps beside it, or use the logarithmic axis.</source>
        <translation>Ein Verlust, {loss:.2g} bei Schritt {step}, ist mehr als tausendmal so groß wie jeder andere und drückt die Kurve flach. Die Schritte daneben vergrößern, oder die logarithmische Achse nehmen.</translation>
    </message>
    <message>
        <source>Paused at step {step}, before its update: {name} is {value}, no longer a finite number, because {place} of sample {sample} is {bad}.</source>
        <translation>Pausiert in Schritt {step}, vor der Aktualisierung: {name} ist {value}, keine endliche Zahl mehr, denn {place} von Beispiel {sample} ist {bad}.</translation>
    </message>
    <message>
        <source>Picture {row} contains a pixel that is not finite. Use finite numbers only.</source>
        <translation>Bild {row} enthält einen Bildpunkt, der nicht endlich ist. Nur endliche Zahlen verwenden.</translation>
    </message>
    <message>
        <source>Picture {row} of {name} in {file} contains a pixel that is not finite. Use finite numbers only.</source>
        <translation>Bild {row} von {name} in {file} enthält ein Pixel, das nicht endlich ist. Nur endliche Zahlen verwenden.</translation>
    </message>
    <message>
        <source>PyTorch script</source>
        <translation>PyTorch-Skript</translation>
    </message>
    <message>
        <source>Regression: one period of y = sin x for x from −π to π, with noise in y. The targets are scaled to 0.1 … 0.9, so that every σ₂ can reach them, and shown in original units.</source>
        <translation>Regression: eine Periode von y = sin x für x von −π bis π, mit Rauschen in y. Die Zielwerte sind auf 0,1 … 0,9 skaliert, damit jedes σ₂ sie erreicht, und werden in der ursprünglichen Einheit gezeigt.</translation>
    </message>
    <message>
        <source>Row {row} has no value in column {name}. Fill it in, or leave out this row.</source>
        <translation>In Zeile {row} fehlt ein Wert in der Spalte {name}. Ihn ergänzen, oder diese Zeile weglassen.</translation>
    </message>
    <message>
        <source>Row {row} has the value {value:g} in column {name}. Use finite numbers of at most {most:g}.</source>
        <translation>Zeile {row} hat in der Spalte {name} den Wert {value:g}. Endliche Zahlen bis höchstens {most:g} verwenden.</translation>
    </message>
    <message>
        <source>Row {row} has {value} in column {name}, which contains numbers. Use a number.</source>
        <translation>Zeile {row} hat in der Spalte {name}, die Zahlen enthält, {value}. Eine Zahl verwenden.</translation>
    </message>
    <message>
        <source>Row {row} has {value} in column {name}, which has the categories {known}. Use one of them.</source>
        <translation>Zeile {row} hat in der Spalte {name}, deren Kategorien {known} sind, {value}. Eine davon verwenden.</translation>
    </message>
    <message>
        <source>Rows dropped because of missing values: {count}.</source>
        <translation>Wegen fehlender Werte weggelassene Zeilen: {count}.</translation>
    </message>
    <message>
        <source>Sample {sample} cannot be skipped while every step trains on it. Stop training on it alone first.</source>
        <translation>Beispiel {sample} lässt sich nicht auslassen, solange jeder Schritt damit trainiert. Das zuerst beenden.</translation>
    </message>
    <message>
        <source>Save W1 as (l, n) and W2 as (d, l).</source>
        <translation>W1 als (l, n) und W2 als (d, l) speichern.</translation>
    </message>
    <message>
        <source>Save a sheet of it as CSV.</source>
        <translation>Ein Tabellenblatt daraus als CSV speichern.</translation>
    </message>
    <message>
        <source>Save a table as CSV, or arrays as NPZ.</source>
        <translation>Eine Tabelle als CSV oder Arrays als NPZ speichern.</translation>
    </message>
    <message>
        <source>Save the table as CSV.</source>
        <translation>Die Tabelle als CSV speichern.</translation>
    </message>
    <message>
        <source>Settings and data are in the wrong order. Use Session(Settings(), data).</source>
        <translation>Einstellungen und Daten stehen in der falschen Reihenfolge. Session(Settings(), data) verwenden.</translation>
    </message>
    <message>
        <source>Since λ was raised from {old:.4g} to {new:.4g} at step {step}, the mean loss has risen from {was:.3g} to {now:.3g}. Undo the change, or use a smaller λ.</source>
        <translation>Seit λ bei Schritt {step} von {old:.4g} auf {new:.4g} erhöht wurde, ist der mittlere Verlust von {was:.3g} auf {now:.3g} gestiegen. Die Änderung rückgängig machen, oder ein kleineres λ nehmen.</translation>
    </message>
    <message>
        <source>Stopped before the update of step {step}: {conditions}.</source>
        <translation>Vor der Aktualisierung von Schritt {step} angehalten: {conditions}.</translation>
    </message>
    <message>
        <source>Stopped by the stopping rule after step {step}: for {patience} × {window} steps, the mean loss has not improved on that of the best window, {best:.4g}.</source>
        <translation>Von der Abbruchregel nach Schritt {step} angehalten: In {patience} × {window} Schritten ist der mittlere Verlust nicht besser geworden als im besten Fenster, {best:.4g}.</translation>
    </message>
    <message>
        <source>Target (2 classes): {target}; one output, 0 for {first} and 1 for {second}.</source>
        <translation>Zielwert (2 Klassen): {target}; eine Ausgabe, 0 für {first} und 1 für {second}.</translation>
    </message>
    <message>
        <source>Target (regression): {names}, its range in the training set scaled to {low:g} … {high:g} and shown in original units.</source>
        <translation>Zielwert (Regression): {names}, der Bereich der Trainingsdaten auf {low:g} … {high:g} skaliert und in der ursprünglichen Einheit gezeigt.</translation>
    </message>
    <message>
        <source>Target (regression): {names}, not scaled.</source>
        <translation>Zielwert (Regression): {names}, nicht skaliert.</translation>
    </message>
    <message>
        <source>Target (regression): {names}, standardised to mean 0 and variance 1 over the training set and shown in original units.</source>
        <translation>Zielwert (Regression): {names}, über die Trainingsdaten auf Mittel 0 und Varianz 1 standardisiert und in der ursprünglichen Einheit gezeigt.</translation>
    </message>
    <message>
        <source>Target ({count} classes): {target}; one output for each class: {names}.</source>
        <translation>Zielwert ({count} Klassen): {target}; eine Ausgabe je Klasse: {names}.</translation>
    </message>
    <message>
        <source>Target column {name} of {file} contains numbers but, in row {row} (line {line}), the text {text}. Use a number, count it as missing (also_missing), or use classes (kind=&quot;classes&quot;).</source>
        <translation>Zielspalte {name} von {file} enthält Zahlen, in Zeile {row} (Dateizeile {line}) aber den Text {text}. Eine Zahl verwenden, ihn als fehlend zählen (also_missing) oder Klassen verwenden (kind=&quot;classes&quot;).</translation>
    </message>
    <message>
        <source>Target column {name} of {file} contains text ({text} in row {row}). Use numbers, or this column alone, as classes.</source>
        <translation>Zielspalte {name} von {file} enthält Text ({text} in Zeile {row}). Zahlen verwenden, oder diese Spalte allein, als Klassen.</translation>
    </message>
    <message>
        <source>Target column {name} of {file} contains text. Use numbers, or this column alone, as classes.</source>
        <translation>Zielspalte {name} von {file} enthält Text. Zahlen verwenden, oder diese Spalte allein, als Klassen.</translation>
    </message>
    <message>
        <source>The accuracy has been that of guessing, {accuracy:.1f} %, from step {first} to step {step}. Use another λ, or other initial weights.</source>
        <translation>Die Genauigkeit war von Schritt {first} bis Schritt {step} die des Ratens, {accuracy:.1f} %. Ein anderes λ oder andere Anfangsgewichte nehmen.</translation>
    </message>
    <message>
        <source>The activations of the start weights are {found1} and {found2}, those of the settings {wanted1} and {wanted2}. Use the same σ₁ and σ₂ for both.</source>
        <translation>Die Aktivierungen der Anfangsgewichte sind {found1} und {found2}, die der Einstellungen {wanted1} und {wanted2}. Für beide dasselbe σ₁ und σ₂ verwenden.</translation>
    </message>
    <message>
        <source>The arrays of {file} do not match: {first} has the shape {shape}, {second} has {other}. Use one target for each sample, and samples of equal shape.</source>
        <translation>Die Arrays von {file} passen nicht zusammen: {first} hat die Form {shape}, {second} hat {other}. Einen Zielwert je Beispiel und Beispiele gleicher Form verwenden.</translation>
    </message>
    <message>
        <source>The breakpoint is {value}: {problem}. Use a form such as {examples}.</source>
        <translation>Der Haltepunkt ist {value}: {problem}. Eine Form wie {examples} verwenden.</translation>
    </message>
    <message>
        <source>The breakpoint is {value}; it must be a condition such as {examples}.</source>
        <translation>Der Haltepunkt ist {value}; er muss eine Bedingung sein, etwa {examples}.</translation>
    </message>
    <message>
        <source>The column</source>
        <translation>Die Spalte</translation>
    </message>
    <message>
        <source>The column of {quantity}</source>
        <translation>Die Spalte von {quantity}</translation>
    </message>
    <message>
        <source>The column {name} has the shape {shape}. Use one value for each of the {rows} rows.</source>
        <translation>Die Spalte {name} hat die Form {shape}. Einen Wert für jede der {rows} Zeilen verwenden.</translation>
    </message>
    <message>
        <source>The comparison of positions was given up for another question. Compare again once it is answered.</source>
        <translation>Der Vergleich der Positionen wurde für eine andere Frage aufgegeben. Erneut vergleichen, sobald sie beantwortet ist.</translation>
    </message>
    <message>
        <source>The constant input</source>
        <translation>Die konstante Eingabe</translation>
    </message>
    <message>
        <source>The contributions were given up for another question. Compute them again once it is answered.</source>
        <translation>Die Beiträge wurden für eine andere Frage aufgegeben. Erneut berechnen, sobald sie beantwortet ist.</translation>
    </message>
    <message>
        <source>The data of the run is {value}; it must be a Dataset. Use load, as in load(&quot;iris&quot;), or Dataset.from_arrays.</source>
        <translation>Die Daten des Laufs sind {value}; nötig ist ein Dataset. load verwenden, etwa load(&quot;iris&quot;), oder Dataset.from_arrays.</translation>
    </message>
    <message>
        <source>The data or the start weights of this run are a person&apos;s own arrays, which a recipe cannot hold. Save the run as a file.</source>
        <translation>Die Daten oder die Anfangsgewichte dieses Laufs sind eigene Felder, die in kein Rezept passen. Den Lauf als Datei speichern.</translation>
    </message>
    <message>
        <source>The data set {name} has classes, but the pair has none. Give it a class.</source>
        <translation>Der Datensatz {name} hat Klassen, das Paar aber hat keine. Ihm eine Klasse geben.</translation>
    </message>
    <message>
        <source>The data set {name} has labels, and the network was trained on a regression. Use data without labels.</source>
        <translation>Der Datensatz {name} hat Klassen, das Netz wurde aber auf eine Regression trainiert. Daten ohne Klassen verwenden.</translation>
    </message>
    <message>
        <source>The data set {name} has neither targets nor labels. Use Y, labels, or both.</source>
        <translation>Der Datensatz {name} hat weder Zielwerte noch Klassen. Y, labels oder beides verwenden.</translation>
    </message>
    <message>
        <source>The data set {name} has no classes, but the pair has one. Leave it out.</source>
        <translation>Der Datensatz {name} hat keine Klassen, das Paar aber hat eine. Sie weglassen.</translation>
    </message>
    <message>
        <source>The data set {name} has no classes, so nothing in it can be misclassified. Use a breakpoint that needs no classes.</source>
        <translation>Der Datensatz {name} hat keine Klassen, also kann darin nichts falsch klassifiziert werden. Einen Haltepunkt verwenden, der keine Klassen braucht.</translation>
    </message>
    <message>
        <source>The data set {name} has no classes. Use a breakpoint that needs none.</source>
        <translation>Der Datensatz {name} hat keine Klassen. Einen Haltepunkt verwenden, der keine braucht.</translation>
    </message>
    <message>
        <source>The data set {name} has no constant input, so its hidden units have no bias. Watch another number.</source>
        <translation>Der Datensatz {name} hat keine konstante Eingabe, also haben seine verborgenen Einheiten keinen Bias. Beobachten Sie eine andere Zahl.</translation>
    </message>
    <message>
        <source>The data set {name} has no labels, and the network was trained on classes. Use data with labels.</source>
        <translation>Der Datensatz {name} hat keine Klassen, das Netz wurde aber auf Klassen trainiert. Daten mit Klassen verwenden.</translation>
    </message>
    <message>
        <source>The data set {name} has {n} inputs and {d} outputs, the network {right_n} and {right_d}. Use data of the same shape.</source>
        <translation>Der Datensatz {name} hat {n} Eingaben und {d} Ausgaben, das Netz {right_n} und {right_d}. Daten derselben Form verwenden.</translation>
    </message>
    <message>
        <source>The data set {name} is empty. Use one with at least one sample.</source>
        <translation>Der Datensatz {name} ist leer. Einen mit mindestens einem Beispiel verwenden.</translation>
    </message>
    <message>
        <source>The data to evaluate is {value}; it must be a Dataset, such as session.dataset or session.dataset.test.</source>
        <translation>Die Daten zur Auswertung sind {value}; nötig ist ein Dataset, etwa session.dataset oder session.dataset.test.</translation>
    </message>
    <message>
        <source>The data {source} is not, or no longer, that which the run was trained on. Choose that data.</source>
        <translation>Die Daten {source} sind nicht oder nicht mehr die, auf denen der Lauf trainiert wurde. Diese Daten wählen.</translation>
    </message>
    <message>
        <source>The decimal mark</source>
        <translation>Das Dezimalzeichen</translation>
    </message>
    <message>
        <source>The decimal mark is {value}; it must be “.” or “,”.</source>
        <translation>Das Dezimalzeichen ist {value}; möglich sind „.“ und „,“.</translation>
    </message>
    <message>
        <source>The eight triples of bits: the output is 1 where an odd number of bits is 1. Any two that differ in a single bit have different outputs, which makes it a harder relative of XOR.</source>
        <translation>Die acht Tripel von Bits: Die Ausgabe ist 1, wenn eine ungerade Zahl von Bits 1 ist. Je zwei, die sich in einem einzigen Bit unterscheiden, haben verschiedene Ausgaben: eine schwerere Verwandte von XOR.</translation>
    </message>
    <message>
        <source>The encoding</source>
        <translation>Die Kodierung</translation>
    </message>
    <message>
        <source>The encoding {name} is not known. Use one such as utf-8, utf-16, cp1252 or latin-1.</source>
        <translation>Die Kodierung {name} ist nicht bekannt. Eine wie utf-8, utf-16, cp1252 oder latin-1 verwenden.</translation>
    </message>
    <message>
        <source>The end of the stretch</source>
        <translation>Das Ende der Strecke</translation>
    </message>
    <message>
        <source>The exact curve was given up for another question. Compute it again once it is answered.</source>
        <translation>Die exakte Kurve wurde für eine andere Frage aufgegeben. Erneut berechnen, sobald sie beantwortet ist.</translation>
    </message>
    <message>
        <source>The first row contains the column names.</source>
        <translation>Die erste Zeile enthält die Spaltennamen.</translation>
    </message>
    <message>
        <source>The four pairs of exclusive or: the output is 1 where exactly one input is 1. No straight line separates the two classes, so a hidden layer is needed. A constant input 1 replaces the biases that the network does not have.</source>
        <translation>Die vier Paare des ausschließenden Oder: Die Ausgabe ist 1, wenn genau eine Eingabe 1 ist. Keine Gerade trennt die beiden Klassen, also braucht es eine verborgene Schicht. Eine konstante Eingabe 1 ersetzt die Bias-Werte, die das Netz nicht hat.</translation>
    </message>
    <message>
        <source>The four pairs of logical and: the output is 1 only where both inputs are 1. A straight line separates the two classes, but none through the origin, so the constant input 1 is needed.</source>
        <translation>Die vier Paare des logischen Und: Die Ausgabe ist nur dann 1, wenn beide Eingaben 1 sind. Eine Gerade trennt die beiden Klassen, aber keine durch den Ursprung, also braucht es die konstante Eingabe 1.</translation>
    </message>
    <message>
        <source>The four pairs of logical or: the output is 1 where at least one input is 1. The easiest of the truth tables, learned in a few hundred steps.</source>
        <translation>Die vier Paare des logischen Oder: Die Ausgabe ist 1, wenn mindestens eine Eingabe 1 ist. Die leichteste der Wahrheitstafeln, in wenigen hundert Schritten gelernt.</translation>
    </message>
    <message>
        <source>The gradient cannot be checked: {quantity} is not finite at these weights. Go back to a step at which it is finite, or undo the edit that caused it.</source>
        <translation>Der Gradient lässt sich nicht prüfen: {quantity} ist bei diesen Gewichten nicht endlich. Zu einem Schritt zurückgehen, in dem es endlich ist, oder die Änderung rückgängig machen, die das verursacht hat.</translation>
    </message>
    <message>
        <source>The gradients grow without end: {size:.2g} at step {step}, and near step {end} numbers overflow. Pause, go back and use a smaller λ.</source>
        <translation>Die Gradienten wachsen ohne Ende: {size:.2g} bei Schritt {step}, und etwa bei Schritt {end} laufen die Zahlen über. Anhalten, zurückgehen, und ein kleineres λ nehmen.</translation>
    </message>
    <message>
        <source>The header</source>
        <translation>Die Kopfzeile</translation>
    </message>
    <message>
        <source>The inputs of the data set have no names. Use rows without names, (m, n) numbers.</source>
        <translation>Die Eingaben des Datensatzes haben keine Namen. Zeilen ohne Namen verwenden, (m, n) Zahlen.</translation>
    </message>
    <message>
        <source>The inputs {name} of {file} are text. Use an array of numbers.</source>
        <translation>Die Eingaben {name} von {file} sind Text. Ein Array von Zahlen verwenden.</translation>
    </message>
    <message>
        <source>The inputs {name} of {file} have {found} numbers per sample. Use at most {most}.</source>
        <translation>Die Eingaben {name} von {file} haben {found} Zahlen je Beispiel. Höchstens {most} verwenden.</translation>
    </message>
    <message>
        <source>The keyframe budget is {budget} bytes; two keyframes of this network take {least}. Allow at least that much, or choose a smaller hidden size l.</source>
        <translation>Der Platz für Speicherpunkte ist {budget} Bytes; zwei Speicherpunkte dieses Netzes brauchen {least}. Mindestens so viel erlauben oder weniger verborgene Einheiten l wählen.</translation>
    </message>
    <message>
        <source>The label of sample {sample} of {name} is {label}, and others are text. Use text for each of them.</source>
        <translation>Die Klasse von Beispiel {sample} von {name} ist {label}, andere sind Text. Für jede einen Text verwenden.</translation>
    </message>
    <message>
        <source>The label of sample {sample} of {name} is {label}, which is none of its classes. Use one of {known}.</source>
        <translation>Die Klasse von Beispiel {sample} von {name} ist {label}, also keine seiner Klassen. Eine von {known} verwenden.</translation>
    </message>
    <message>
        <source>The label of sample {sample} of {name} is {label}, which is not a class. Use a whole number from 0 to {last}.</source>
        <translation>Die Klasse von Beispiel {sample} von {name} ist {label}; diese Klasse gibt es nicht. Eine ganze Zahl von 0 bis {last} verwenden.</translation>
    </message>
    <message>
        <source>The labels of {name} are all of one class. Use at least 2 classes, or name them all (class_names).</source>
        <translation>Die Beispiele von {name} gehören alle zu einer Klasse. Mindestens 2 Klassen verwenden, oder alle benennen (class_names).</translation>
    </message>
    <message>
        <source>The labels of {name} have the shape {shape} and are from {low} to {high}. Use (m,) whole numbers from 0 to at most {most}.</source>
        <translation>Die Klassen von {name} haben die Form {shape} und reichen von {low} bis {high}. Verwenden Sie (m,) ganze Zahlen von 0 bis höchstens {most}.</translation>
    </message>
    <message>
        <source>The labels of {name} have the type {dtype}. Use whole numbers, the classes counted from 0.</source>
        <translation>Die Klassen von {name} haben den Typ {dtype}. Ganze Zahlen verwenden, die Klassen ab 0 gezählt.</translation>
    </message>
    <message>
        <source>The labels that belong to {file} were not found. Put both files into one folder, named like train-images-idx3-ubyte and train-labels-idx1-ubyte, with or without .gz.</source>
        <translation>Die Klassennummern zu {file} wurden nicht gefunden. Beide Dateien in einen Ordner legen, mit Namen wie train-images-idx3-ubyte und train-labels-idx1-ubyte, mit oder ohne .gz.</translation>
    </message>
    <message>
        <source>The last step</source>
        <translation>Der letzte Schritt</translation>
    </message>
    <message>
        <source>The limit</source>
        <translation>Die Höchstzahl</translation>
    </message>
    <message>
        <source>The matrices of {file} are too large: they have {size} bytes; the limit is {limit}. Use a smaller hidden size l.</source>
        <translation>Die Matrizen von {file} sind zu groß: Sie haben {size} Bytes, erlaubt sind {limit}. Ein kleineres l verwenden.</translation>
    </message>
    <message>
        <source>The matrices of {file} lie as (inputs, outputs), as Keras has them, and were transposed.</source>
        <translation>Die Matrizen von {file} liegen als (Eingaben, Ausgaben), wie bei Keras, und wurden transponiert.</translation>
    </message>
    <message>
        <source>The matrix is {value}; it must be &quot;W1&quot; or &quot;W2&quot;.</source>
        <translation>Die Matrix ist {value}; sie muss &quot;W1&quot; oder &quot;W2&quot; sein.</translation>
    </message>
    <message>
        <source>The name of the branch has {count} characters. Use at most {most}.</source>
        <translation>Der Name des Zweigs hat {count} Zeichen. Höchstens {most} verwenden.</translation>
    </message>
    <message>
        <source>The name of the branch is empty. Use 1 to {most} characters.</source>
        <translation>Der Name des Zweigs ist leer. 1 bis {most} Zeichen verwenden.</translation>
    </message>
    <message>
        <source>The name of the data set is {value}; it must be text and the first argument. Use Dataset.from_arrays(&quot;name&quot;, X, Y).</source>
        <translation>Der Name des Datensatzes ist {value}; er muss Text und das erste Argument sein. Dataset.from_arrays(&quot;name&quot;, X, Y) verwenden.</translation>
    </message>
    <message>
        <source>The network is too large for a script: it would have {size} bytes; the limit is {limit}. Export its weights instead.</source>
        <translation>Das Netz ist zu groß für ein Skript: Es hätte {size} Bytes, erlaubt sind {limit}. Stattdessen die Gewichte exportieren.</translation>
    </message>
    <message>
        <source>The new run draws its start weights: those of {name} (l = {l}, n = {n}, d = {d}) belong to the run before. Choose File ▸ New run from weights… to use them again.</source>
        <translation>Der neue Lauf zieht seine Anfangsgewichte: Die von {name} (l = {l}, n = {n}, d = {d}) gehören zum Lauf davor. Für sie Datei ▸ Neuer Lauf mit Gewichten… wählen.</translation>
    </message>
    <message>
        <source>The noise</source>
        <translation>Das Rauschen</translation>
    </message>
    <message>
        <source>The number of cells in row {row} of {file} (line {line}) is {found}, in the first row it is {right}. Use the same number in every row.</source>
        <translation>Die Zahl der Zellen in Zeile {row} von {file} (Dateizeile {line}) ist {found}, in der ersten Zeile {right}. In jeder Zeile gleich viele Zellen verwenden.</translation>
    </message>
    <message>
        <source>The number of classes in target column {name} of {file} is {found}. Use 2 to {most}.</source>
        <translation>Die Zahl der Klassen in Zielspalte {name} von {file} ist {found}. 2 bis {most} verwenden.</translation>
    </message>
    <message>
        <source>The number of epochs</source>
        <translation>Die Anzahl der Epochen</translation>
    </message>
    <message>
        <source>The number of labels in {labels} is {found}, the number of pictures in {images} is {right}. Use one label for each picture.</source>
        <translation>Die Zahl der Klassennummern in {labels} ist {found}, die der Bilder in {images} ist {right}. Für jedes Bild eine Klassennummer verwenden.</translation>
    </message>
    <message>
        <source>The number of samples</source>
        <translation>Die Zahl der Beispiele</translation>
    </message>
    <message>
        <source>The number of training pictures in {file} is {found}. Use 1 to {most}.</source>
        <translation>Die Zahl der Trainingsbilder in {file} ist {found}. 1 bis {most} verwenden.</translation>
    </message>
    <message>
        <source>The oldest run, {title} with l = {l}, is gone without having been saved: {count} are kept beside the newest. Save runs that you need before you begin others.</source>
        <translation>Der älteste Lauf, {title} mit l = {l}, ist ungespeichert entfallen: Neben dem neuesten bleiben {count} erhalten. Wichtige Läufe speichern, bevor andere begonnen werden.</translation>
    </message>
    <message>
        <source>The pair to train on is {value}; it must be a CustomPair.</source>
        <translation>Das Paar, mit dem trainiert werden soll, ist {value}; es muss ein CustomPair sein.</translation>
    </message>
    <message>
        <source>The panel {panel} could not be drawn ({error}); the others are not affected.</source>
        <translation>Der Bereich {panel} ließ sich nicht zeichnen ({error}); die anderen sind nicht betroffen.</translation>
    </message>
    <message>
        <source>The part is {value}; it must be &quot;train&quot; or &quot;test&quot;.</source>
        <translation>Der Teil ist {value}; er muss &quot;train&quot; oder &quot;test&quot; sein.</translation>
    </message>
    <message>
        <source>The pictures have the shape {shape} and the type {dtype}; they must be numbers, (m, {height}, {width}) or (m, {pixels}).</source>
        <translation>Die Bilder haben die Form {shape} und den Typ {dtype}; es müssen Zahlen sein, (m, {height}, {width}) oder (m, {pixels}).</translation>
    </message>
    <message>
        <source>The pictures that belong to {file} were not found. Put both files into one folder, named like train-images-idx3-ubyte and train-labels-idx1-ubyte, with or without .gz.</source>
        <translation>Die Bilder zu {file} wurden nicht gefunden. Beide Dateien in einen Ordner legen, mit Namen wie train-images-idx3-ubyte und train-labels-idx1-ubyte, mit oder ohne .gz.</translation>
    </message>
    <message>
        <source>The preferences cannot be saved in {file}. Make that file writable to keep them after the window closes.</source>
        <translation>Die Einstellungen lassen sich nicht in {file} speichern. Die Datei beschreibbar machen, um sie über das Schließen des Fensters hinaus zu behalten.</translation>
    </message>
    <message>
        <source>The preferences in {file} are damaged; unreadable values are replaced by their defaults.</source>
        <translation>Die Einstellungen in {file} sind beschädigt; unlesbare Werte sind durch ihre Vorgaben ersetzt.</translation>
    </message>
    <message>
        <source>The quantity to watch is {value}; it must be one of {known}.</source>
        <translation>Die Größe, die beobachtet werden soll, ist {value}; sie muss eine von diesen sein: {known}.</translation>
    </message>
    <message>
        <source>The random_state</source>
        <translation>Der random_state</translation>
    </message>
    <message>
        <source>The recipe is cut or has a wrong character. Copy the whole of it once more, unchanged.</source>
        <translation>Das Rezept ist abgeschnitten oder enthält ein falsches Zeichen. Es noch einmal ganz und unverändert kopieren.</translation>
    </message>
    <message>
        <source>The recipe is of version {version}. Use a newer version of bpviz.</source>
        <translation>Das Rezept hat die Version {version}. Eine neuere Version von bpviz verwenden.</translation>
    </message>
    <message>
        <source>The row is missing. Say which row of the matrix is meant; of W2 a column alone is enough.</source>
        <translation>Die Zeile fehlt. Geben Sie an, welche Zeile der Matrix gemeint ist; bei W2 genügt auch eine Spalte.</translation>
    </message>
    <message>
        <source>The row or unit of {quantity}</source>
        <translation>Die Zeile oder Einheit von {quantity}</translation>
    </message>
    <message>
        <source>The rows are {value}; they must be a table, (m, {count}), or have named columns.</source>
        <translation>Die Zeilen sind {value}; sie müssen eine Tabelle sein, (m, {count}), oder benannte Spalten haben.</translation>
    </message>
    <message>
        <source>The rows have no column {name}. Use rows with the columns {known}.</source>
        <translation>Die Zeilen haben keine Spalte {name}. Zeilen mit den Spalten {known} verwenden.</translation>
    </message>
    <message>
        <source>The rows have several columns {name}. Use each name once.</source>
        <translation>Die Zeilen haben mehrere Spalten {name}. Jeden Namen einmal verwenden.</translation>
    </message>
    <message>
        <source>The rows have {found} columns; the data set has {right}. Use as many, in the same order, or name them.</source>
        <translation>Die Zeilen haben {found} Spalten, der Datensatz hat {right}. Ebenso viele in derselben Reihenfolge verwenden, oder sie benennen.</translation>
    </message>
    <message>
        <source>The rows of {name} in {file} have different lengths. Use a complete table.</source>
        <translation>Die Zeilen von {name} in {file} sind verschieden lang. Eine vollständige Tabelle verwenden.</translation>
    </message>
    <message>
        <source>The run has {name}, which this version of bpviz does not know. Use a newer version of bpviz.</source>
        <translation>Der Lauf enthält {name}, was diese Version von bpviz nicht kennt. Eine neuere Version von bpviz verwenden.</translation>
    </message>
    <message>
        <source>The run is another one by now. Ask for the contributions again.</source>
        <translation>Der Lauf ist inzwischen ein anderer. Berechnen Sie die Beiträge noch einmal.</translation>
    </message>
    <message>
        <source>The run is damaged ({reason}). Use an undamaged copy.</source>
        <translation>Der Lauf ist beschädigt ({reason}). Eine unbeschädigte Kopie verwenden.</translation>
    </message>
    <message>
        <source>The sample</source>
        <translation>Das Beispiel</translation>
    </message>
    <message>
        <source>The sample for {quantity}</source>
        <translation>Das Beispiel für {quantity}</translation>
    </message>
    <message>
        <source>The schedule is {value}; it must map steps to learning rates, such as {example}, or be a function of the epoch.</source>
        <translation>Der Zeitplan ist {value}; er muss Schritten Lernraten zuordnen, etwa {example}, oder eine Funktion der Epoche sein.</translation>
    </message>
    <message>
        <source>The search for steps was given up for another question. Search again once it is answered.</source>
        <translation>Die Suche nach Schritten wurde für eine andere Frage aufgegeben. Erneut suchen, sobald sie beantwortet ist.</translation>
    </message>
    <message>
        <source>The seed of the data</source>
        <translation>Der Startwert der Daten</translation>
    </message>
    <message>
        <source>The separator</source>
        <translation>Das Trennzeichen</translation>
    </message>
    <message>
        <source>The separator is {value}; it must be a single character, such as “,” or “;”.</source>
        <translation>Das Trennzeichen ist {value}; nötig ist ein einzelnes Zeichen, etwa „,“ oder „;“.</translation>
    </message>
    <message>
        <source>The size limit</source>
        <translation>Die Größenbegrenzung</translation>
    </message>
    <message>
        <source>The size of the pictures</source>
        <translation>Die Größe der Bilder</translation>
    </message>
    <message>
        <source>The start of the range</source>
        <translation>Der Anfang des Bereichs</translation>
    </message>
    <message>
        <source>The start of the stretch</source>
        <translation>Der Anfang der Strecke</translation>
    </message>
    <message>
        <source>The start weight {matrix}[{row}, {column}] is {value}. Use finite weights.</source>
        <translation>Das Anfangsgewicht {matrix}[{row}, {column}] ist {value}. Endliche Gewichte verwenden.</translation>
    </message>
    <message>
        <source>The start weights are for l = {found}, the hidden size of the settings is l = {wanted}. Choose l = {found}, or other weights.</source>
        <translation>Die Anfangsgewichte sind für l = {found}, in den Einstellungen steht l = {wanted}. l = {found} oder andere Gewichte wählen.</translation>
    </message>
    <message>
        <source>The start weights are {value}; they must be a Network, such as Network(W1, W2).</source>
        <translation>Die Anfangsgewichte sind {value}; nötig ist ein Network, etwa Network(W1, W2).</translation>
    </message>
    <message>
        <source>The start weights fit the data only transposed: W1 is ({rows}, {columns}), and the data has n = {wanted} inputs. Use W1.T and W2.T.</source>
        <translation>Die Startgewichte passen nur transponiert zu den Daten: W1 ist ({rows}, {columns}), und die Daten haben n = {wanted} Eingaben. W1.T und W2.T verwenden.</translation>
    </message>
    <message>
        <source>The start weights used last are those of {file}; weights are drawn instead. Open that run to go on with it.</source>
        <translation>Die zuletzt verwendeten Anfangsgewichte sind die von {file}; stattdessen werden Gewichte gezogen. Diesen Lauf öffnen, um ihn fortzusetzen.</translation>
    </message>
    <message>
        <source>The start weights used last cannot be used; weights are drawn instead. {problem}</source>
        <translation>Die zuletzt verwendeten Anfangsgewichte lassen sich nicht verwenden; stattdessen werden Gewichte gezogen. {problem}</translation>
    </message>
    <message>
        <source>The step at hand cannot be written as a script, because its numbers are not finite. Go back to a step before.</source>
        <translation>Der vorliegende Schritt lässt sich nicht als Skript schreiben, weil seine Zahlen nicht endlich sind. Zu einem Schritt davor zurückgehen.</translation>
    </message>
    <message>
        <source>The step of the schedule</source>
        <translation>Der Schritt des Zeitplans</translation>
    </message>
    <message>
        <source>The targets {name} of {file} are text in {count} columns. Use a single column of text.</source>
        <translation>Die Zielwerte {name} von {file} sind Text in {count} Spalten. Eine einzige Textspalte verwenden.</translation>
    </message>
    <message>
        <source>The targets {name} of {file} contain an invalid Unicode character. Use an undamaged array.</source>
        <translation>Die Zielwerte {name} von {file} enthalten ein ungültiges Unicode-Zeichen. Ein unbeschädigtes Array verwenden.</translation>
    </message>
    <message>
        <source>The targets {name} of {file} have the shape {shape}. Use (m,) or (m, d), with d at most {most}.</source>
        <translation>Die Zielwerte {name} von {file} haben die Form {shape}. Die Form (m,) oder (m, d) verwenden, mit d höchstens {most}.</translation>
    </message>
    <message>
        <source>The test share</source>
        <translation>Der Testanteil</translation>
    </message>
    <message>
        <source>The threshold of the move</source>
        <translation>Die Schwelle der Änderung</translation>
    </message>
    <message>
        <source>The threshold of the watch</source>
        <translation>Die Schwelle der Beobachtung</translation>
    </message>
    <message>
        <source>The watch is {value}: {problem}. Use a form such as {examples}.</source>
        <translation>Die Beobachtung ist {value}: {problem}. Verwenden Sie eine Form wie {examples}.</translation>
    </message>
    <message>
        <source>The watch is {value}; it must be a number of the run such as {examples}.</source>
        <translation>Die Beobachtung ist {value}; nötig ist eine Zahl des Laufs sein wie {examples}.</translation>
    </message>
    <message>
        <source>The watch of the breakpoint is {value}; it must be a Watch for a data breakpoint, and None for any other.</source>
        <translation>Die Beobachtung des Haltepunkts ist {value}; sie muss bei einem Datenhaltepunkt eine Watch sein und bei jedem anderen None.</translation>
    </message>
    <message>
        <source>The weight {matrix}[{row}, {column}] would become {value}; it must be a finite number, such as 0.5.</source>
        <translation>Das Gewicht {matrix}[{row}, {column}] würde {value}; nötig ist eine endliche Zahl, etwa 0,5.</translation>
    </message>
    <message>
        <source>The weights of {file} are {kind}; each was rounded to float64.</source>
        <translation>Die Gewichte von {file} sind {kind}; jedes wurde auf float64 gerundet.</translation>
    </message>
    <message>
        <source>The weights of {file} are {kind}; float64 holds each of them exactly.</source>
        <translation>Die Gewichte von {file} sind {kind}; float64 enthält jedes davon genau.</translation>
    </message>
    <message>
        <source>There is no change to redo.</source>
        <translation>Es gibt keine Änderung zu wiederholen.</translation>
    </message>
    <message>
        <source>There is no class {value}. Use one of {known}.</source>
        <translation>Es gibt keine Klasse {value}. Eine von {known} verwenden.</translation>
    </message>
    <message>
        <source>There is no data option {name}. The options are: {known}.</source>
        <translation>Es gibt keine Datenoption {name}. Zur Wahl stehen: {known}.</translation>
    </message>
    <message>
        <source>There is no data set {name}. Choose one of {known}, or a file or folder.</source>
        <translation>Es gibt keinen Datensatz {name}. Einen von {known} wählen, oder eine Datei oder einen Ordner.</translation>
    </message>
    <message>
        <source>There is no header row; the columns are numbered.</source>
        <translation>Es gibt keine Kopfzeile; die Spalten sind nummeriert.</translation>
    </message>
    <message>
        <source>There is no recipe in “{text}”; one begins with “{prefix}”. Copy the whole of one.</source>
        <translation>In „{text}“ ist kein Rezept; eines beginnt mit „{prefix}“. Eines ganz kopieren.</translation>
    </message>
    <message>
        <source>There is no room for the frames ({reason}). Free some space, or make fewer or smaller ones.</source>
        <translation>Für die Bilder ist kein Platz ({reason}). Schaffen Sie Platz, oder machen Sie weniger oder kleinere.</translation>
    </message>
    <message>
        <source>There is not enough memory for the weights of {file}. Use a smaller hidden size l.</source>
        <translation>Der Speicher reicht nicht für die Gewichte von {file}. Ein kleineres l verwenden.</translation>
    </message>
    <message>
        <source>There is not enough memory to write {file}. Close other programs, or write CSV.</source>
        <translation>Der Speicher reicht nicht, um {file} zu schreiben. Andere Programme schließen, oder CSV schreiben.</translation>
    </message>
    <message>
        <source>They fit if W1 is transposed. Save W1.T and W2.</source>
        <translation>Sie passen, wenn W1 transponiert wird. W1.T und W2 speichern.</translation>
    </message>
    <message>
        <source>They fit if W2 is transposed. Save W1 and W2.T.</source>
        <translation>Sie passen, wenn W2 transponiert wird. W1 und W2.T speichern.</translation>
    </message>
    <message>
        <source>They fit if both are transposed. Save W1.T and W2.T.</source>
        <translation>Sie passen, wenn beide transponiert werden. W1.T und W2.T speichern.</translation>
    </message>
    <message>
        <source>This data set has no test set. Choose a sample of the training set.</source>
        <translation>Dieser Datensatz hat keine Testdaten. Ein Beispiel der Trainingsdaten wählen.</translation>
    </message>
    <message>
        <source>This is step 0, the beginning of the run: there is no earlier step.</source>
        <translation>Dies ist Schritt 0, der Anfang des Laufs: Einen früheren Schritt gibt es nicht.</translation>
    </message>
    <message>
        <source>This regression has no constant input, so no unit has a bias: at step {step} the mean loss is still {share:.0f} % of what a fixed answer has. Switch on “Constant input 1” in Setup.</source>
        <translation>Diese Regression hat keine konstante Eingabe, also hat keine Einheit einen Schwellwert: Bei Schritt {step} ist der mittlere Verlust noch {share:.0f} % dessen, was eine feste Antwort hätte. In den Einstellungen „Konstante Eingabe 1“ einschalten.</translation>
    </message>
    <message>
        <source>Two arms that wind one and a quarter times around the origin, half a turn apart, moved by noise in both directions. They take many hidden units and some patience.</source>
        <translation>Zwei Arme, die sich eineinviertel Mal um den Ursprung winden, um eine halbe Drehung versetzt, in beiden Richtungen durch Rauschen verschoben. Das braucht viele verborgene Einheiten und etwas Geduld.</translation>
    </message>
    <message>
        <source>Two round clouds of points in the plane, around (−1, −1) for class 0 and (1, 1) for class 1; the noise is the standard deviation of each. Where they overlap, no network can classify every point correctly.</source>
        <translation>Zwei runde Punktwolken in der Ebene, um (−1, −1) für Klasse 0 und um (1, 1) für Klasse 1; das Rauschen ist die Standardabweichung beider. Wo sie sich überlappen, kann kein Netz jeden Punkt richtig klassifizieren.</translation>
    </message>
    <message>
        <source>Use a folder with one subfolder of pictures for each class.</source>
        <translation>Einen Ordner mit einem Unterordner von Bildern für jede Klasse verwenden.</translation>
    </message>
    <message>
        <source>Use a text table (CSV, TSV).</source>
        <translation>Eine Texttabelle (CSV, TSV) verwenden.</translation>
    </message>
    <message>
        <source>Use data with finite numbers only.</source>
        <translation>Daten verwenden, die nur endliche Zahlen enthalten.</translation>
    </message>
    <message>
        <source>W1 of the start weights has {found} columns, the data n = {wanted} inputs. Choose weights and data that fit each other.</source>
        <translation>W1 der Anfangsgewichte hat {found} Spalten, die Daten haben n = {wanted} Eingaben. Gewichte und Daten wählen, die zueinander passen.</translation>
    </message>
    <message>
        <source>W2 of the start weights has {found} rows, the data d = {wanted} outputs. Choose weights and data that fit each other.</source>
        <translation>W2 der Anfangsgewichte hat {found} Zeilen, die Daten haben d = {wanted} Ausgaben. Gewichte und Daten wählen, die zueinander passen.</translation>
    </message>
    <message>
        <source>Weights cannot be edited while the run is training. Pause it first.</source>
        <translation>Gewichte lassen sich nicht ändern, während der Lauf trainiert. Zuerst pausieren.</translation>
    </message>
    <message>
        <source>What each of {m} samples added to {count} weights would take {size} MB. Choose a single weight.</source>
        <translation>Was jedes von {m} Beispielen zu {count} Gewichten hinzugefügt hat, bräuchte {size} MB. Wählen Sie ein einzelnes Gewicht.</translation>
    </message>
    <message>
        <source>What was added from step {start} to step {stop} is larger than a double can be. Choose a stretch that ends earlier.</source>
        <translation>Was von Schritt {start} bis Schritt {stop} hinzugefügt wurde, ist größer, als ein Double sein kann. Wählen Sie eine Strecke, die früher endet.</translation>
    </message>
    <message>
        <source>Where all inputs are 0, f is 0 whatever is learned: the curve goes through the origin. Append the constant input 1 to remove this restriction.</source>
        <translation>Wo alle Eingaben 0 sind, ist f gleich 0, was auch gelernt wird: Die Kurve geht durch den Ursprung. Die konstante Eingabe 1 anhängen, um diese Einschränkung aufzuheben.</translation>
    </message>
    <message>
        <source>a JPEG picture</source>
        <translation>ein JPEG-Bild</translation>
    </message>
    <message>
        <source>a PDF document</source>
        <translation>ein PDF-Dokument</translation>
    </message>
    <message>
        <source>a PNG picture</source>
        <translation>ein PNG-Bild</translation>
    </message>
    <message>
        <source>a Parquet file</source>
        <translation>eine Parquet-Datei</translation>
    </message>
    <message>
        <source>a ZIP archive, perhaps a workbook</source>
        <translation>ein ZIP-Archiv, vielleicht eine Arbeitsmappe</translation>
    </message>
    <message>
        <source>a checksum is wrong</source>
        <translation>eine Prüfsumme stimmt nicht</translation>
    </message>
    <message>
        <source>a device</source>
        <translation>ein Gerät</translation>
    </message>
    <message>
        <source>a folder</source>
        <translation>ein Ordner</translation>
    </message>
    <message>
        <source>a pipe</source>
        <translation>eine Pipe</translation>
    </message>
    <message>
        <source>a socket</source>
        <translation>ein Socket</translation>
    </message>
    <message>
        <source>a special file</source>
        <translation>eine Spezialdatei</translation>
    </message>
    <message>
        <source>also_missing is {value}; it must be a text that stands for a missing value, or several texts.</source>
        <translation>also_missing ist {value}; es muss ein Text sein, der für einen fehlenden Wert steht, oder mehrere Texte.</translation>
    </message>
    <message>
        <source>an HDF5 file</source>
        <translation>eine HDF5-Datei</translation>
    </message>
    <message>
        <source>an old Office document</source>
        <translation>ein altes Office-Dokument</translation>
    </message>
    <message>
        <source>bias[{row}]</source>
        <translation>Bias[{row}]</translation>
    </message>
    <message>
        <source>breakpoints and watches</source>
        <translation>Haltepunkte und beobachtete Werte</translation>
    </message>
    <message>
        <source>class {value}</source>
        <translation>Klasse {value}</translation>
    </message>
    <message>
        <source>column {number}</source>
        <translation>Spalte {number}</translation>
    </message>
    <message>
        <source>comparison of gradient rules</source>
        <translation>Vergleich der Gradientenregeln</translation>
    </message>
    <message>
        <source>deletion of {n} branches</source>
        <translation>Löschen von {n} Zweigen</translation>
    </message>
    <message>
        <source>deletion of “{name}”</source>
        <translation>Löschen von „{name}“</translation>
    </message>
    <message>
        <source>does not begin with W1 or W2 and a new row</source>
        <translation>beginnt nicht mit W1 oder W2 und einer neuen Zeilennummer</translation>
    </message>
    <message>
        <source>draw samples again</source>
        <translation>wieder Beispiele ziehen</translation>
    </message>
    <message>
        <source>evaluation of all samples</source>
        <translation>Auswertung aller Beispiele</translation>
    </message>
    <message>
        <source>every step</source>
        <translation>jeder Schritt</translation>
    </message>
    <message>
        <source>every {value} steps</source>
        <translation>alle {value} Schritte</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>exakt</translation>
    </message>
    <message>
        <source>exact from step {step}</source>
        <translation>exakt ab Schritt {step}</translation>
    </message>
    <message>
        <source>gradient rule: as printed in the note</source>
        <translation>Gradientenregel: wie im Skript gedruckt</translation>
    </message>
    <message>
        <source>gradient rule: exact</source>
        <translation>Gradientenregel: exakt</translation>
    </message>
    <message>
        <source>has {cell}, which is no number</source>
        <translation>enthält {cell}, was keine Zahl ist</translation>
    </message>
    <message>
        <source>it cannot be read</source>
        <translation>sie ist nicht lesbar</translation>
    </message>
    <message>
        <source>it does not end behind its numbers</source>
        <translation>sie endet nicht hinter ihren Zahlen</translation>
    </message>
    <message>
        <source>it has more than two layers</source>
        <translation>es hat mehr als zwei Schichten</translation>
    </message>
    <message>
        <source>it has no tensors</source>
        <translation>sie hat keine Tensoren</translation>
    </message>
    <message>
        <source>it has not one input and one output</source>
        <translation>es hat nicht eine Eingabe und eine Ausgabe</translation>
    </message>
    <message>
        <source>it has not two layers</source>
        <translation>es hat nicht zwei Schichten</translation>
    </message>
    <message>
        <source>it has the operation {name}</source>
        <translation>es enthält die Operation {name}</translation>
    </message>
    <message>
        <source>its directory is too large</source>
        <translation>das Verzeichnis ist zu groß</translation>
    </message>
    <message>
        <source>its end is missing</source>
        <translation>das Ende fehlt</translation>
    </message>
    <message>
        <source>its header is cut off or too long</source>
        <translation>ihr Kopf ist abgeschnitten oder zu lang</translation>
    </message>
    <message>
        <source>its header is no JSON</source>
        <translation>ihr Kopf ist kein JSON</translation>
    </message>
    <message>
        <source>its header is no list of tensors</source>
        <translation>ihr Kopf ist keine Liste von Tensoren</translation>
    </message>
    <message>
        <source>keep training on sample {sample}</source>
        <translation>weiter mit Beispiel {sample} trainieren</translation>
    </message>
    <message>
        <source>keep training on {title}</source>
        <translation>weiter mit {title} trainieren</translation>
    </message>
    <message>
        <source>layer {number} has another activation</source>
        <translation>Schicht {number} hat eine andere Aktivierung</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>loss &lt; {value:.6g}</source>
        <translation>Verlust &lt; {value:.6g}</translation>
    </message>
    <message>
        <source>loss &gt; {value:.4g} × its moving mean</source>
        <translation>Verlust &gt; {value:.4g} × sein gleitendes Mittel</translation>
    </message>
    <message>
        <source>loss &gt; {value:.6g}</source>
        <translation>Verlust &gt; {value:.6g}</translation>
    </message>
    <message>
        <source>misclassified</source>
        <translation>falsch klassifiziert</translation>
    </message>
    <message>
        <source>more than {most}</source>
        <translation>mehr als {most}</translation>
    </message>
    <message>
        <source>not finite</source>
        <translation>nicht endlich</translation>
    </message>
    <message>
        <source>not finite: {name} is {value}</source>
        <translation>nicht endlich: {name} ist {value}</translation>
    </message>
    <message>
        <source>not scaled</source>
        <translation>nicht skaliert</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>numbers in files</source>
        <translation>Zahlen in Dateien</translation>
    </message>
    <message>
        <source>predictions</source>
        <translation>Vorhersagen</translation>
    </message>
    <message>
        <source>quantities of a step</source>
        <translation>Größen eines Schritts</translation>
    </message>
    <message>
        <source>questions about the past</source>
        <translation>Fragen an die Vergangenheit</translation>
    </message>
    <message>
        <source>safetensors, as PyTorch loads it</source>
        <translation>safetensors, wie PyTorch es lädt</translation>
    </message>
    <message>
        <source>sample {index}</source>
        <translation>Beispiel {index}</translation>
    </message>
    <message>
        <source>sample {value}</source>
        <translation>Beispiel {value}</translation>
    </message>
    <message>
        <source>saturated hidden units ≥ {value:.4g}</source>
        <translation>gesättigte verborgene Einheiten ≥ {value:.4g}</translation>
    </message>
    <message>
        <source>scaled to 0 … 1 over the training set</source>
        <translation>über die Trainingsdaten auf 0 … 1 skaliert</translation>
    </message>
    <message>
        <source>space</source>
        <translation>Leerzeichen</translation>
    </message>
    <message>
        <source>standardised to mean 0 and variance 1 over the training set</source>
        <translation>über die Trainingsdaten auf Mittel 0 und Varianz 1 standardisiert</translation>
    </message>
    <message>
        <source>statistics of hidden units</source>
        <translation>Statistik der verborgenen Einheiten</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>Tabulator</translation>
    </message>
    <message>
        <source>table of both matrices</source>
        <translation>Tabelle beider Matrizen</translation>
    </message>
    <message>
        <source>test sample {index}</source>
        <translation>Testbeispiel {index}</translation>
    </message>
    <message>
        <source>the entry of {name} is none</source>
        <translation>der Eintrag zu {name} ist keiner</translation>
    </message>
    <message>
        <source>the name of the subfolder</source>
        <translation>Name des Unterordners</translation>
    </message>
    <message>
        <source>the numbers of {name} are not where they should be</source>
        <translation>die Zahlen von {name} sind nicht, wo sie sein sollten</translation>
    </message>
    <message>
        <source>there is something else in the place of an object</source>
        <translation>anstelle eines Objekts steht etwas anderes</translation>
    </message>
    <message>
        <source>training steps</source>
        <translation>Trainingsschritte</translation>
    </message>
    <message>
        <source>two breakpoints have the same number</source>
        <translation>zwei Haltepunkte haben dieselbe Nummer</translation>
    </message>
    <message>
        <source>weights over time</source>
        <translation>Gewichte im Verlauf</translation>
    </message>
    <message>
        <source>{count} pictures in subfolders, converted to {height} × {width} grey pixels from 0 (black) to 1 (white).</source>
        <translation>{count} Bilder in Unterordnern, in {height} × {width} graue Pixel von 0 (schwarz) bis 1 (weiß) umgewandelt.</translation>
    </message>
    <message>
        <source>{file} also has {names}, and a network here has W1 and W2 alone: no biases and no further layers. Save just W1 and W2.</source>
        <translation>{file} enthält auch {names}; ein Netz hat hier nur W1 und W2, keine Biases und keine weiteren Schichten. Nur W1 und W2 speichern.</translation>
    </message>
    <message>
        <source>{file} cannot be read ({reason}). Check its permissions, or reinstall bpviz.</source>
        <translation>{file} kann nicht gelesen werden ({reason}). Die Zugriffsrechte prüfen oder bpviz neu installieren.</translation>
    </message>
    <message>
        <source>{file} cannot be read ({reason}). Choose a readable file.</source>
        <translation>{file} kann nicht gelesen werden ({reason}). Eine lesbare Datei wählen.</translation>
    </message>
    <message>
        <source>{file} cannot be read as a NumPy array ({reason}). Use an array saved with numpy.save or numpy.savez.</source>
        <translation>{file} lässt sich nicht als NumPy-Array lesen ({reason}). Ein mit numpy.save oder numpy.savez gespeichertes Array verwenden.</translation>
    </message>
    <message>
        <source>{file} cannot be read as a picture ({reason}). Use an undamaged PNG or JPEG file.</source>
        <translation>{file} lässt sich nicht als Bild lesen ({reason}). Eine unbeschädigte PNG- oder JPEG-Datei verwenden.</translation>
    </message>
    <message>
        <source>{file} cannot be read as a table: line {line} is longer than {most} bytes. Use lines of at most {columns} cells.</source>
        <translation>{file} kann nicht als Tabelle gelesen werden: Dateizeile {line} ist länger als {most} Bytes. Zeilen mit höchstens {columns} Zellen verwenden.</translation>
    </message>
    <message>
        <source>{file} cannot be read as a table: the row that begins in line {line} is malformed ({reason}). Check that all quotes are closed.</source>
        <translation>{file} kann nicht als Tabelle gelesen werden: Der Datensatz, der in Dateizeile {line} beginnt, ist fehlerhaft ({reason}). Prüfen, ob alle Anführungszeichen geschlossen sind.</translation>
    </message>
    <message>
        <source>{file} cannot be read as an NPZ archive ({reason}). Use arrays saved with numpy.savez as X and y, or as x_train, y_train, x_test and y_test.</source>
        <translation>{file} lässt sich nicht als NPZ-Archiv lesen ({reason}). Mit numpy.savez als X und y oder als x_train, y_train, x_test und y_test gespeicherte Arrays verwenden.</translation>
    </message>
    <message>
        <source>{file} cannot be read as an NPZ archive ({reason}). Use the matrices of a network saved with numpy.savez as W1 and W2.</source>
        <translation>{file} lässt sich nicht als NPZ-Archiv lesen ({reason}). Mit numpy.savez als W1 und W2 gespeicherte Matrizen eines Netzes verwenden.</translation>
    </message>
    <message>
        <source>{file} cannot be read as an ONNX model: it is damaged or cut off. Export it again.</source>
        <translation>{file} kann nicht als ONNX-Modell gelesen werden: Es ist beschädigt oder abgeschnitten. Es noch einmal exportieren.</translation>
    </message>
    <message>
        <source>{file} cannot be read as safetensors ({reason}). Save the weights again, with safetensors.torch.save_file or from bpviz.</source>
        <translation>{file} kann nicht als safetensors gelesen werden ({reason}). Die Gewichte noch einmal speichern, mit safetensors.torch.save_file oder aus bpviz.</translation>
    </message>
    <message>
        <source>{file} cannot be saved ({reason}). Choose another place.</source>
        <translation>{file} lässt sich nicht speichern ({reason}). Einen anderen Ort wählen.</translation>
    </message>
    <message>
        <source>{file} cannot be saved: nothing may be written there. Choose another place.</source>
        <translation>{file} lässt sich nicht speichern: Dort darf nichts geschrieben werden. Einen anderen Ort wählen.</translation>
    </message>
    <message>
        <source>{file} cannot be saved: the disk is full. Free some space, or choose another folder.</source>
        <translation>{file} lässt sich nicht speichern: Der Datenträger ist voll. Platz schaffen, oder einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>{file} cannot be saved: there is no such folder. Choose another one.</source>
        <translation>{file} lässt sich nicht speichern: Diesen Ordner gibt es nicht. Einen anderen wählen.</translation>
    </message>
    <message>
        <source>{file} cannot be used ({reason}). Use an undamaged table, IDX, NPZ or NPY file, or folder of pictures.</source>
        <translation>{file} kann nicht verwendet werden ({reason}). Eine unbeschädigte Tabelle, eine IDX-, NPZ- oder NPY-Datei oder einen Bilderordner verwenden.</translation>
    </message>
    <message>
        <source>{file} contains an array of shape {shape}. Use one to four dimensions, none of them empty, that fit in memory.</source>
        <translation>{file} enthält ein Array der Form {shape}. Eine bis vier Dimensionen verwenden, keine leer und alle zusammen nicht größer als der Speicher.</translation>
    </message>
    <message>
        <source>{file} contains no arrays. Save the matrices with numpy.savez as W1 and W2.</source>
        <translation>{file} enthält keine Arrays. Die Matrizen mit numpy.savez als W1 und W2 speichern.</translation>
    </message>
    <message>
        <source>{file} contains no arrays. Use arrays saved with numpy.savez as X and y, or as x_train, y_train, x_test and y_test.</source>
        <translation>{file} enthält keine Arrays. Mit numpy.savez als X und y oder als x_train, y_train, x_test und y_test gespeicherte Arrays verwenden.</translation>
    </message>
    <message>
        <source>{file} contains pickled Python objects. They are never loaded, because they could run arbitrary code. Use an array of numbers.</source>
        <translation>{file} enthält Python-Objekte (Pickle). Sie werden nie geladen, weil sie beliebigen Code ausführen könnten. Ein Array von Zahlen verwenden.</translation>
    </message>
    <message>
        <source>{file} contains text with too many distinct values to be an input: {names} (column {name} has {found}, the limit is {most}). Choose inputs without such columns.</source>
        <translation>{file} enthält Text mit zu vielen verschiedenen Werten für eine Eingabe: {names} (Spalte {name} hat {found}, erlaubt sind {most}). Eingaben ohne solche Spalten wählen.</translation>
    </message>
    <message>
        <source>{file} contains values of type {dtype}. Use real numbers.</source>
        <translation>{file} enthält Werte vom Typ {dtype}. Reelle Zahlen verwenden.</translation>
    </message>
    <message>
        <source>{file} contains values of type {dtype}. Use whole or real numbers, or text for the classes.</source>
        <translation>{file} enthält Werte vom Typ {dtype}. Ganze oder reelle Zahlen verwenden, oder Text für die Klassen.</translation>
    </message>
    <message>
        <source>{file} does not contain labels, but {dtype} numbers of shape {shape}. Use one whole number for each picture.</source>
        <translation>{file} enthält keine Klassennummern, sondern Zahlen vom Typ {dtype} in der Form {shape}. Für jedes Bild eine ganze Zahl verwenden.</translation>
    </message>
    <message>
        <source>{file} does not exist. Choose a file that bpviz has saved.</source>
        <translation>{file} gibt es nicht. Eine Datei wählen, die bpviz gespeichert hat.</translation>
    </message>
    <message>
        <source>{file} does not exist. Choose an existing file or folder.</source>
        <translation>{file} gibt es nicht. Eine vorhandene Datei oder einen vorhandenen Ordner wählen.</translation>
    </message>
    <message>
        <source>{file} does not fit in memory. Close other programs.</source>
        <translation>{file} passt nicht in den Speicher. Andere Programme schließen.</translation>
    </message>
    <message>
        <source>{file} does not match its header: it announces {shape}, that is {right} bytes, but {found} follow.</source>
        <translation>{file} passt nicht zum Kopf der Datei: Er kündigt {shape} an, das sind {right} Bytes, es folgen aber {found}.</translation>
    </message>
    <message>
        <source>{file} has no array {name}. Choose one of {names}.</source>
        <translation>{file} hat kein Array {name}. Eines von {names} wählen.</translation>
    </message>
    <message>
        <source>{file} has no column left for the inputs besides its target, column {name}. Use a table with at least one input column.</source>
        <translation>{file} hat außer dem Zielwert, Spalte {name}, keine Spalte für die Eingaben. Eine Tabelle mit mindestens einer Eingabespalte verwenden.</translation>
    </message>
    <message>
        <source>{file} has no column {name}. Choose one of {known}.</source>
        <translation>{file} hat keine Spalte {name}. Eine von {known} wählen.</translation>
    </message>
    <message>
        <source>{file} has no data rows below its first line. Use one row for each sample.</source>
        <translation>{file} hat unter der ersten Zeile keine Datenzeilen. Eine Zeile je Beispiel verwenden.</translation>
    </message>
    <message>
        <source>{file} has no usable training sample: a value is missing in each of them. Fill in missing values.</source>
        <translation>{file} hat kein brauchbares Trainingsbeispiel: In jedem fehlt ein Wert. Fehlende Werte ergänzen.</translation>
    </message>
    <message>
        <source>{file} has no weights of step {step} any more. Choose others.</source>
        <translation>{file} hat keine Gewichte von Schritt {step} mehr. Andere wählen.</translation>
    </message>
    <message>
        <source>{file} has no weights. Open it as a run.</source>
        <translation>{file} enthält keine Gewichte. Die Datei als Lauf öffnen.</translation>
    </message>
    <message>
        <source>{file} has not every row of {name}, counted from 0. Use a complete table.</source>
        <translation>{file} enthält nicht jede Zeile von {name}, gezählt ab 0. Eine vollständige Tabelle verwenden.</translation>
    </message>
    <message>
        <source>{file} has nothing of a run that can be read.</source>
        <translation>{file} enthält nichts Lesbares von einem Lauf.</translation>
    </message>
    <message>
        <source>{file} has the shape {shape}, and so contains no pictures. Use a file with one or more pictures.</source>
        <translation>{file} hat die Form {shape} und enthält damit keine Bilder. Eine Datei mit einem oder mehr Bildern verwenden.</translation>
    </message>
    <message>
        <source>{file} has the shape {shape}. Use a matrix: two dimensions, none of them empty.</source>
        <translation>{file} hat die Form {shape}. Eine Matrix verwenden: zwei Dimensionen, keine leer.</translation>
    </message>
    <message>
        <source>{file} has the value {value:g} in row {row} (line {line}) of column {column}. Use finite numbers of at most {most:g}.</source>
        <translation>{file} hat den Wert {value:g} in Zeile {row} (Dateizeile {line}) von Spalte {column}. Endliche Zahlen von höchstens {most:g} verwenden.</translation>
    </message>
    <message>
        <source>{file} has too few subfolders with pictures (PNG or JPEG): {found}. Use at least 2, one for each class.</source>
        <translation>{file} hat zu wenige Unterordner mit Bildern (PNG oder JPEG): {found}. Mindestens 2 verwenden, einen für jede Klasse.</translation>
    </message>
    <message>
        <source>{file} has too few usable rows: {found}. Use at least {least}, one for each sample.</source>
        <translation>{file} hat zu wenige brauchbare Zeilen: {found}. Mindestens {least} verwenden, eine je Beispiel.</translation>
    </message>
    <message>
        <source>{file} has {count} matrices of weights ({names}); a network here has two. Use a network with one hidden layer.</source>
        <translation>{file} hat {count} Matrizen von Gewichten ({names}); ein Netz hat hier zwei. Ein Netz mit einer verborgenen Schicht verwenden.</translation>
    </message>
    <message>
        <source>{file} has {found} columns. Use at most {most}.</source>
        <translation>{file} hat {found} Spalten. Höchstens {most} verwenden.</translation>
    </message>
    <message>
        <source>{file} has {found} subfolders. Use 2 to {most}, one for each class.</source>
        <translation>{file} hat {found} Unterordner. 2 bis {most} verwenden, einen für jede Klasse.</translation>
    </message>
    <message>
        <source>{file} has {width} × {height} pixels. Use a picture of 1 to {most} pixels.</source>
        <translation>{file} hat {width} × {height} Pixel. Ein Bild von 1 bis {most} Pixeln verwenden.</translation>
    </message>
    <message>
        <source>{file} is a Keras or HDF5 file, which is not read here. Save the matrices with numpy.savez as W1 and W2, each kernel transposed.</source>
        <translation>{file} ist eine Keras- oder HDF5-Datei, die hier nicht gelesen wird. Die Matrizen mit numpy.savez als W1 und W2 speichern, jeden Kernel transponiert.</translation>
    </message>
    <message>
        <source>{file} is a single array. Save both matrices with numpy.savez as W1 and W2.</source>
        <translation>{file} ist ein einzelnes Array. Beide Matrizen mit numpy.savez als W1 und W2 speichern.</translation>
    </message>
    <message>
        <source>{file} is a single array; the inputs or targets that belong to it were not found. Put both files into one folder, named X.npy and y.npy, or x_train.npy, y_train.npy, x_test.npy and y_test.npy.</source>
        <translation>{file} ist ein einzelnes Array; die Eingaben oder Zielwerte dazu wurden nicht gefunden. Beide Dateien in einen Ordner legen und X.npy und y.npy nennen, oder x_train.npy, y_train.npy, x_test.npy und y_test.npy.</translation>
    </message>
    <message>
        <source>{file} is damaged ({reason}). Use an undamaged copy.</source>
        <translation>{file} ist beschädigt ({reason}). Eine unbeschädigte Kopie verwenden.</translation>
    </message>
    <message>
        <source>{file} is damaged: expected were {rows} lines of {n} inputs and a class from 0 to {last}. Reinstall bpviz to restore the file.</source>
        <translation>{file} ist beschädigt: Erwartet wurden {rows} Zeilen mit {n} Eingaben und einer Klasse von 0 bis {last}. Zur Wiederherstellung bpviz neu installieren.</translation>
    </message>
    <message>
        <source>{file} is damaged: it cannot be unpacked ({reason}). Use an undamaged gzip file.</source>
        <translation>{file} ist beschädigt und lässt sich nicht entpacken ({reason}). Eine unbeschädigte gzip-Datei verwenden.</translation>
    </message>
    <message>
        <source>{file} is damaged: it cannot be unpacked. Reinstall bpviz to restore the file.</source>
        <translation>{file} ist beschädigt und lässt sich nicht entpacken. Zur Wiederherstellung bpviz neu installieren.</translation>
    </message>
    <message>
        <source>{file} is damaged: it contains the label {found} instead of 0 to 9. Reinstall bpviz to restore the file.</source>
        <translation>{file} ist beschädigt: Die Datei enthält die Klassennummer {found} statt 0 bis 9. Zur Wiederherstellung bpviz neu installieren.</translation>
    </message>
    <message>
        <source>{file} is damaged: it contains {found} numbers instead of {right}. Reinstall bpviz to restore the file.</source>
        <translation>{file} ist beschädigt: Die Datei enthält {found} Zahlen statt {right}. Zur Wiederherstellung bpviz neu installieren.</translation>
    </message>
    <message>
        <source>{file} is damaged: it is truncated. Reinstall bpviz to restore the file.</source>
        <translation>{file} ist beschädigt, nämlich abgeschnitten. Zur Wiederherstellung bpviz neu installieren.</translation>
    </message>
    <message>
        <source>{file} is damaged: it lacks the size and the SHA-256 of {name}. Reinstall bpviz to restore the file.</source>
        <translation>{file} ist beschädigt: Größe und SHA-256 von {name} fehlen. Zur Wiederherstellung bpviz neu installieren.</translation>
    </message>
    <message>
        <source>{file} is damaged: its compressed contents are truncated. Use the complete file.</source>
        <translation>{file} ist beschädigt: Der gepackte Inhalt ist abgeschnitten. Die vollständige Datei verwenden.</translation>
    </message>
    <message>
        <source>{file} is damaged: its contents are longer than the expected {size} bytes. Reinstall bpviz to restore the file.</source>
        <translation>{file} ist beschädigt: Der Inhalt ist länger als die erwarteten {size} Bytes. Zur Wiederherstellung bpviz neu installieren.</translation>
    </message>
    <message>
        <source>{file} is damaged: its contents are {found} bytes long instead of {size}. Reinstall bpviz to restore the file.</source>
        <translation>{file} ist beschädigt: Der Inhalt ist {found} Bytes lang statt {size}. Zur Wiederherstellung bpviz neu installieren.</translation>
    </message>
    <message>
        <source>{file} is damaged: its header announces {right} bytes, unpacked, but it has {found}. Use an undamaged file.</source>
        <translation>{file} ist beschädigt: Der Kopf kündigt entpackt {right} Bytes an, vorhanden sind {found}. Eine unbeschädigte Datei verwenden.</translation>
    </message>
    <message>
        <source>{file} is damaged: the SHA-256 of its contents is {found} instead of {sha256}. Reinstall bpviz to restore the file.</source>
        <translation>{file} ist beschädigt: Der SHA-256 des Inhalts ist {found} statt {sha256}. Zur Wiederherstellung bpviz neu installieren.</translation>
    </message>
    <message>
        <source>{file} is damaged: there are extra bytes after its compressed contents. Reinstall bpviz to restore the file.</source>
        <translation>{file} ist beschädigt: Nach dem gepackten Inhalt folgen weitere Bytes. Zur Wiederherstellung bpviz neu installieren.</translation>
    </message>
    <message>
        <source>{file} is empty. Choose a file of weights: NPZ, safetensors, ONNX or CSV.</source>
        <translation>{file} ist leer. Eine Datei mit Gewichten wählen: NPZ, safetensors, ONNX oder CSV.</translation>
    </message>
    <message>
        <source>{file} is empty. Use a table, an IDX, NPZ or NPY file, or a folder with a subfolder of pictures for each class.</source>
        <translation>{file} ist leer. Eine Tabelle, eine IDX-, NPZ- oder NPY-Datei oder einen Ordner mit einem Unterordner von Bildern für jede Klasse verwenden.</translation>
    </message>
    <message>
        <source>{file} is missing. Reinstall bpviz to restore the file.</source>
        <translation>{file} fehlt. Zur Wiederherstellung bpviz neu installieren.</translation>
    </message>
    <message>
        <source>{file} is neither a PNG nor a JPEG picture: it begins with {found}. Use an undamaged PNG or JPEG file.</source>
        <translation>{file} ist weder ein PNG- noch ein JPEG-Bild: Die Datei beginnt mit {found}. Eine unbeschädigte PNG- oder JPEG-Datei verwenden.</translation>
    </message>
    <message>
        <source>{file} is no network σ₂(W₂ σ₁(W₁ x)) with one of {activations} ({reason}). Export one with a single hidden layer.</source>
        <translation>{file} ist kein Netz σ₂(W₂ σ₁(W₁ x)) mit einer von {activations} ({reason}). Eines mit einer einzigen verborgenen Schicht exportieren.</translation>
    </message>
    <message>
        <source>{file} is no saved run. Choose a file that bpviz has saved, with the ending {suffix}.</source>
        <translation>{file} ist kein gespeicherter Lauf. Eine Datei wählen, die bpviz gespeichert hat, mit der Endung {suffix}.</translation>
    </message>
    <message>
        <source>{file} is not a regular file. Remove it and reinstall bpviz.</source>
        <translation>{file} ist keine gewöhnliche Datei. Sie entfernen und bpviz neu installieren.</translation>
    </message>
    <message>
        <source>{file} is not a text table: it contains the byte {byte}, which does not occur in text. Use a table (CSV, TSV), an IDX, NPZ or NPY file, or a folder of pictures.</source>
        <translation>{file} ist keine Texttabelle: Die Datei enthält das Byte {byte}, das in Text nicht vorkommt. Eine Tabelle (CSV, TSV), eine IDX-, NPZ- oder NPY-Datei oder einen Bilderordner verwenden.</translation>
    </message>
    <message>
        <source>{file} is not a text table: there is a null byte after line {line}. Use a file of plain text.</source>
        <translation>{file} ist keine Texttabelle: Nach Dateizeile {line} steht ein Nullbyte. Eine reine Textdatei verwenden.</translation>
    </message>
    <message>
        <source>{file} is not an IDX file of unsigned bytes: it begins with {found} instead of 00 00 08.</source>
        <translation>{file} ist keine IDX-Datei von vorzeichenlosen Bytes: Sie beginnt mit {found} statt 00 00 08.</translation>
    </message>
    <message>
        <source>{file} is not an IDX file: it begins with {found}. Expected are 00 00, the data type (08 for unsigned bytes) and the number of dimensions, 1 to 4.</source>
        <translation>{file} ist keine IDX-Datei: Sie beginnt mit {found}. Erwartet werden 00 00, der Datentyp (08 für vorzeichenlose Bytes) und die Zahl der Dimensionen, 1 bis 4.</translation>
    </message>
    <message>
        <source>{file} is not text in the encoding {name}: byte {place} cannot be decoded. Choose another encoding, or save the file as UTF-8.</source>
        <translation>{file} ist kein Text in der Kodierung {name}: Byte {place} lässt sich nicht dekodieren. Eine andere Kodierung wählen oder die Datei als UTF-8 speichern.</translation>
    </message>
    <message>
        <source>{file} is pickled, and such files are never opened, because they could run arbitrary code. Save the weights with safetensors.torch.save_file(model.state_dict(), &quot;weights.safetensors&quot;).</source>
        <translation>{file} ist mit pickle gespeichert, und solche Dateien werden nie geöffnet, weil sie beliebigen Code ausführen könnten. Die Gewichte mit safetensors.torch.save_file(model.state_dict(), &quot;weights.safetensors&quot;) speichern.</translation>
    </message>
    <message>
        <source>{file} is still being written. Wait until that is done, or cancel it.</source>
        <translation>{file} wird noch geschrieben. Das abwarten, oder es abbrechen.</translation>
    </message>
    <message>
        <source>{file} is to have the numbers of every step, which are written as CSV or NPZ. Choose a name that ends in .csv or .npz.</source>
        <translation>{file} soll die Zahlen jedes Schritts bekommen, die als CSV oder NPZ geschrieben werden. Einen Namen wählen, der auf .csv oder .npz endet.</translation>
    </message>
    <message>
        <source>{file} is too large: it has {size} bytes. Use a picture of at most {most} bytes.</source>
        <translation>{file} ist zu groß: {size} Bytes. Ein Bild von höchstens {most} Bytes verwenden.</translation>
    </message>
    <message>
        <source>{file} is truncated: its header announces an array of dimension {dimensions} and ends before its sizes. Use an undamaged file.</source>
        <translation>{file} ist abgeschnitten: Der Kopf kündigt ein Array der Dimension {dimensions} an und endet vor dessen Größen. Eine unbeschädigte Datei verwenden.</translation>
    </message>
    <message>
        <source>{file} is {found}, not a file. Choose a file that bpviz has saved.</source>
        <translation>{file} ist {found}, keine Datei. Eine Datei wählen, die bpviz gespeichert hat.</translation>
    </message>
    <message>
        <source>{file} is {found}, not a file. Use a table, an IDX, NPZ or NPY file, or a folder with a subfolder of pictures for each class.</source>
        <translation>{file} ist keine Datei, sondern {found}. Eine Tabelle, eine IDX-, NPZ- oder NPY-Datei oder einen Ordner mit einem Unterordner von Bildern für jede Klasse verwenden.</translation>
    </message>
    <message>
        <source>{file} is {what}, not a text table. {advice}</source>
        <translation>{file} ist keine Texttabelle, sondern {what}. {advice}</translation>
    </message>
    <message>
        <source>{file} keeps its weights in a file of their own. Export the model as a single file (external_data=False).</source>
        <translation>{file} hat seine Gewichte in einer eigenen Datei. Das Modell als eine einzige Datei exportieren (external_data=False).</translation>
    </message>
    <message>
        <source>{file} may be cut off: its last line has no end. Use a complete table, or end the line.</source>
        <translation>{file} ist vielleicht abgeschnitten: Die letzte Zeile hat kein Ende. Eine vollständige Tabelle verwenden oder die Zeile beenden.</translation>
    </message>
    <message>
        <source>{file} needs one array chosen as inputs and one as targets. Choose them among {names}.</source>
        <translation>{file} braucht je ein Array als Eingaben und als Zielwerte. Beide aus {names} wählen.</translation>
    </message>
    <message>
        <source>{file} no longer exists; {title} is shown instead.</source>
        <translation>{file} gibt es nicht mehr; stattdessen wird {title} gezeigt.</translation>
    </message>
    <message>
        <source>{file} unpacks to more than {ratio} times its size and was rejected as a possible decompression bomb. If you trust it, save it without compression.</source>
        <translation>{file} ist entpackt mehr als {ratio}-mal so groß und wurde als mögliche Dekompressionsbombe abgelehnt. Wenn die Datei vertrauenswürdig ist: ohne Kompression speichern.</translation>
    </message>
    <message>
        <source>{file} was saved by a newer version, {program}. What this one does not know of it is left out.</source>
        <translation>{file} wurde von einer neueren Version gespeichert, {program}. Was diese hier davon nicht kennt, fehlt.</translation>
    </message>
    <message>
        <source>{found} target columns of {file} are chosen as classes. Choose one column that names the class.</source>
        <translation>{found} Zielspalten von {file} sind als Klassen gewählt. Eine Spalte wählen, die die Klasse nennt.</translation>
    </message>
    <message>
        <source>{matrix}[{row}, {column}] of {file} is {value}. Use finite weights.</source>
        <translation>{matrix}[{row}, {column}] von {file} ist {value}. Endliche Gewichte verwenden.</translation>
    </message>
    <message>
        <source>{m} test samples</source>
        <translation>{m} Testbeispiele</translation>
    </message>
    <message>
        <source>{m} training samples</source>
        <translation>{m} Trainingsbeispiele</translation>
    </message>
    <message>
        <source>{name} does not apply to {file}, only to generated data. Leave this option out.</source>
        <translation>{name} gilt nicht für {file}, nur für erzeugte Daten. Diese Option weglassen.</translation>
    </message>
    <message>
        <source>{name} is encrypted, or its compression is not supported</source>
        <translation>{name} ist verschlüsselt oder in einer Weise komprimiert, die nicht unterstützt wird</translation>
    </message>
    <message>
        <source>{name} is no constant</source>
        <translation>{name} ist keine Konstante</translation>
    </message>
    <message>
        <source>{name} is the current branch. Switch to another branch before you delete it.</source>
        <translation>{name} ist der aktuelle Zweig. Vor dem Löschen zu einem anderen Zweig wechseln.</translation>
    </message>
    <message>
        <source>{name} is truncated</source>
        <translation>{name} ist abgeschnitten</translation>
    </message>
    <message>
        <source>{name} is wrong</source>
        <translation>{name} ist falsch</translation>
    </message>
    <message>
        <source>{name} of the pair contains a value that is not finite. Use finite numbers only.</source>
        <translation>{name} des Paars enthält einen Wert, der nicht endlich ist. Nur endliche Zahlen verwenden.</translation>
    </message>
    <message>
        <source>{name}[{row}, {column}]</source>
        <translation>{name}[{row}, {column}]</translation>
    </message>
    <message>
        <source>{name}[{row}]</source>
        <translation>{name}[{row}]</translation>
    </message>
    <message>
        <source>{number} of sample {sample}</source>
        <translation>{number} von Beispiel {sample}</translation>
    </message>
    <message>
        <source>{option} does not apply to {title}. The options are: {known}.</source>
        <translation>{option} gilt nicht für {title}. Zur Wahl stehen: {known}.</translation>
    </message>
    <message>
        <source>{quantity} cannot be of one sample in every step. Leave out the sample.</source>
        <translation>{quantity} gibt es nicht in jedem Schritt für ein Beispiel. Lassen Sie das Beispiel weg.</translation>
    </message>
    <message>
        <source>{quantity} has no columns. Leave out one index.</source>
        <translation>{quantity} hat keine Spalten. Lassen Sie einen Index weg.</translation>
    </message>
    <message>
        <source>{quantity} has no rows. Leave out the index.</source>
        <translation>{quantity} hat keine Zeilen. Lassen Sie den Index weg.</translation>
    </message>
    <message>
        <source>{share:.0f} % of the hidden units are saturated at step {step}, so σ₁′ is almost 0 and W₁ hardly learns. Use smaller inputs or initial weights, or a smaller λ.</source>
        <translation>{share:.0f} % der verborgenen Einheiten sind bei Schritt {step} gesättigt, also ist σ₁′ fast 0, und W₁ lernt kaum. Kleinere Eingaben oder Anfangsgewichte oder ein kleineres λ nehmen.</translation>
    </message>
    <message>
        <source>{title} has no option {name}. Its options are: {known}.</source>
        <translation>{title} hat keine Option {name}. Zur Wahl stehen: {known}.</translation>
    </message>
    <message>
        <source>{trained} and {tested} ({percent:.0f} %), drawn with seed {seed}.</source>
        <translation>{trained} und {tested} ({percent:.0f} %), mit dem Startwert {seed} gezogen.</translation>
    </message>
    <message>
        <source>{trained} and {tested} from a separate test set.</source>
        <translation>{trained} und {tested} aus eigenen Testdaten.</translation>
    </message>
    <message>
        <source>{trained}; none held out for testing.</source>
        <translation>{trained}; keines zum Testen zurückgehalten.</translation>
    </message>
    <message>
        <source>{watch} &lt; {value:.6g}</source>
        <translation>{watch} &lt; {value:.6g}</translation>
    </message>
    <message>
        <source>{watch} &gt; {value:.6g}</source>
        <translation>{watch} &gt; {value:.6g}</translation>
    </message>
    <message>
        <source>{watch} changes sign</source>
        <translation>{watch} wechselt das Vorzeichen</translation>
    </message>
    <message>
        <source>{watch} is not watched.</source>
        <translation>{watch} wird nicht beobachtet.</translation>
    </message>
    <message>
        <source>{watch} moves by &gt; {value:.6g}</source>
        <translation>{watch} ändert sich um &gt; {value:.6g}</translation>
    </message>
    <message>
        <source>λ {before:.4g} → {after:.4g}</source>
        <translation>λ {before:.4g} → {after:.4g}</translation>
    </message>
    <message>
        <source>‖{name}[{row}, {column}]‖</source>
        <translation>‖{name}[{row}, {column}]‖</translation>
    </message>
    <message>
        <source>‖{name}‖</source>
        <translation>‖{name}‖</translation>
    </message>
    <message>
        <source>“{mark}”</source>
        <translation>„{mark}“</translation>
    </message>
    <message>
        <source>…</source>
        <translation>…</translation>
    </message>
    <message>
        <source>skip sample {sample}</source>
        <translation>Beispiel {sample} auslassen</translation>
    </message>
    <message>
        <source>the pair is drawn</source>
        <translation>das Paar wird gezogen</translation>
    </message>
    <message>
        <source>train on sample {sample}</source>
        <translation>mit Beispiel {sample} trainieren</translation>
    </message>
    <message>
        <source>train on {title}</source>
        <translation>mit {title} trainieren</translation>
    </message>
    <message>
        <source>{name} ({number})</source>
        <translation>{name} ({number})</translation>
    </message>
    <message>
        <source>Go back and choose a smaller λ.</source>
        <translation>Zurückgehen und ein kleineres λ wählen.</translation>
    </message>
    <message>
        <source>A script that is called {name} would hide the library that it imports. Choose another name.</source>
        <translation>Ein Skript mit dem Namen {name} würde die Bibliothek verdecken, die es importiert. Einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>Paused at step {step}, before its update: {name} is {value}, no longer a finite number (λ = {rate:.4g}).</source>
        <translation>Pausiert in Schritt {step}, vor der Aktualisierung: {name} ist {value}, keine endliche Zahl mehr (λ = {rate:.4g}).</translation>
    </message>
    <message>
        <source>The data set is {value}; it must be a path, a DataRequest or a name of bpviz.datasets.catalog.NAMES. Use Dataset.from_arrays for arrays and tables in memory.</source>
        <translation>Der Datensatz ist {value}; es muss ein Pfad, ein DataRequest oder ein Name aus bpviz.datasets.catalog.NAMES sein. Für Arrays und Tabellen im Speicher Dataset.from_arrays verwenden.</translation>
    </message>
    <message>
        <source>The gradient rule is {rule}; it must be &quot;exact&quot; or &quot;as_printed&quot;.</source>
        <translation>Die Gradientenregel ist {rule}; möglich sind „exact“ und „as_printed“.</translation>
    </message>
    <message>
        <source>The stopping rule is {value}; it must be a StoppingRule or None, or hold the fields of one.</source>
        <translation>Die Abbruchregel ist {value}; nötig ist eine StoppingRule, None oder die Felder einer StoppingRule.</translation>
    </message>
    <message>
        <source>{file} does not say in which format weights are to be written. Use a name that ends in {endings}.</source>
        <translation>{file} sagt nicht, in welchem Format Gewichte geschrieben werden sollen. Einen Namen mit einer dieser Endungen verwenden: {endings}.</translation>
    </message>
    <message>
        <source>{file} has a single matrix of weights ({name}); a network here has two. Use a network with one hidden layer.</source>
        <translation>{file} hat nur eine Matrix von Gewichten ({name}); ein Netz hat hier zwei. Ein Netz mit einer verborgenen Schicht verwenden.</translation>
    </message>
    <message>
        <source>{file} has biases ({names}), and a network here has none: a constant input does their work. Train it without biases (bias=False), with an input that is always 1.</source>
        <translation>{file} hat Bias-Werte ({names}), und ein Netz hat hier keine: Eine konstante Eingabe ersetzt sie. Ohne Bias (bias=False) und mit einer Eingabe trainieren, die immer 1 ist.</translation>
    </message>
    <message>
        <source>{file} has no array {name}, but {names}. Save the matrices as W1 and W2, or as 0.weight and 2.weight.</source>
        <translation>{file} hat kein Array {name}, sondern {names}. Die Matrizen als W1 und W2 oder als 0.weight und 2.weight speichern.</translation>
    </message>
    <message>
        <source>{file} has no value in row {row} (line {line}) of column {column}. Fill it in, or leave out the rows with missing values (missing=&quot;drop&quot;).</source>
        <translation>{file} hat in Zeile {row} (Dateizeile {line}) der Spalte {column} keinen Wert. Den Wert ergänzen oder die Zeilen mit fehlenden Werten weglassen (missing=&quot;drop&quot;).</translation>
    </message>
    <message>
        <source>{file} is no table of weights, whose first line begins with matrix,row. Use one that bpviz wrote, or save the matrices with numpy.savez as W1 and W2.</source>
        <translation>{file} ist keine Tabelle von Gewichten; deren erste Zeile beginnt mit matrix,row. Eine verwenden, die bpviz geschrieben hat, oder die Matrizen mit numpy.savez als W1 und W2 speichern.</translation>
    </message>
    <message>
        <source>{file} is not a file. Choose a file of weights: NPZ, safetensors, ONNX or CSV.</source>
        <translation>{file} ist keine Datei. Eine Datei mit Gewichten wählen: NPZ, safetensors, ONNX oder CSV.</translation>
    </message>
    <message>
        <source>{file} is too large: it has {size} bytes, unpacked; the limit is {limit}. Use less data, or raise the size limit (max_bytes).</source>
        <translation>{file} ist zu groß: entpackt {size} Bytes; die Grenze ist {limit}. Weniger Daten verwenden oder die Größengrenze anheben (max_bytes).</translation>
    </message>
    <message>
        <source>{file} is too large: its {rows} × {columns} cells take {size} bytes in memory; the limit is {limit}. Use less data, or raise the size limit (max_bytes).</source>
        <translation>{file} ist zu groß: {rows} × {columns} Zellen brauchen {size} Bytes im Speicher; die Grenze ist {limit}. Weniger Daten verwenden oder die Größengrenze anheben (max_bytes).</translation>
    </message>
    <message>
        <source>{file} is too large: unpacked, its arrays exceed the limit of {limit} bytes. Use less data, or raise the size limit (max_bytes).</source>
        <translation>{file} ist zu groß: entpackt überschreiten die Arrays die Grenze von {limit} Bytes. Weniger Daten verwenden oder die Größengrenze anheben (max_bytes).</translation>
    </message>
    <message>
        <source>{file} is too large: {count} pictures of {height} × {width} pixels exceed the limit of {limit} bytes. Choose a smaller size, or raise the size limit (max_bytes).</source>
        <translation>{file} ist zu groß: {count} Bilder von {height} × {width} Pixeln überschreiten die Grenze von {limit} Bytes. Eine kleinere Größe wählen oder die Größengrenze anheben (max_bytes).</translation>
    </message>
    <message>
        <source>{file} is too large: {m} × {n} inputs and their targets take {size} bytes in memory; the limit is {limit}. Use less data, or raise the size limit (max_bytes).</source>
        <translation>{file} ist zu groß: {m} × {n} Eingaben und ihre Zielwerte brauchen {size} Bytes im Speicher; die Grenze ist {limit}. Weniger Daten verwenden oder die Größengrenze anheben (max_bytes).</translation>
    </message>
    <message>
        <source>{file} unpacks to more than {ratio} times its size and was rejected as a possible decompression bomb. If you trust it, save it without compression, or raise the size limit (max_bytes) above {limit}.</source>
        <translation>{file} ist entpackt mehr als {ratio}-mal so groß und wurde als mögliche Dekompressionsbombe abgelehnt. Wenn die Datei vertrauenswürdig ist: ohne Kompression speichern oder die Größengrenze (max_bytes) über {limit} anheben.</translation>
    </message>
    <message>
        <source>{file} unpacks to more than {ratio} times its size and was rejected as a possible decompression bomb. If you trust it, unpack it first, or raise the size limit (max_bytes) above {limit}.</source>
        <translation>{file} ist entpackt mehr als {ratio}-mal so groß und wurde als mögliche Dekompressionsbombe abgelehnt. Wenn die Datei vertrauenswürdig ist: zuerst entpacken oder die Größengrenze (max_bytes) über {limit} anheben.</translation>
    </message>
    <message>
        <source>{file} was saved by {program} in format {written}; this version reads files up to format {known}. Use a newer version of bpviz.</source>
        <translation>{file} wurde von {program} im Format {written} gespeichert; diese Version liest Dateien bis Format {known}. Eine neuere Version von bpviz verwenden.</translation>
    </message>
    <message>
        <source>{matrix}[{row}, {column}] = {value:.4g}</source>
        <translation>{matrix}[{row}, {column}] = {value:.4g}</translation>
    </message>
    <message>
        <source>{name} is {value}; it must be True or False.</source>
        <translation>{name} ist {value}; möglich sind True und False.</translation>
    </message>
    <message>
        <source>{name} is {value}; it must be a finite number of at least {low:g}.</source>
        <translation>{name} ist {value}; nötig ist eine endliche Zahl von mindestens {low:g}.</translation>
    </message>
    <message>
        <source>{name} is {value}; it must be a number from {low:g} to below {below:g}.</source>
        <translation>{name} ist {value}; nötig ist eine Zahl von {low:g} bis unter {below:g}.</translation>
    </message>
    <message>
        <source>{name} is {value}; it must be a number, such as 0.5.</source>
        <translation>{name} ist {value}; nötig ist eine Zahl, etwa 0,5.</translation>
    </message>
    <message>
        <source>{name} is {value}; it must be a whole number from {low} to {high}.</source>
        <translation>{name} ist {value}; nötig ist eine ganze Zahl von {low} bis {high}.</translation>
    </message>
    <message>
        <source>{name} is {value}; it must be one of {known}.</source>
        <translation>{name} ist {value}; möglich sind {known}.</translation>
    </message>
    <message>
        <source>{name} is {value}; it must be text.</source>
        <translation>{name} ist {value}; nötig ist Text.</translation>
    </message>
    <message>
        <source>{name} is {value}; it must be the name of a column, or several names.</source>
        <translation>{name} ist {value}; nötig ist der Name einer Spalte, oder mehrere Namen.</translation>
    </message>
    <message>
        <source>{name} of the pair has the shape {shape}; it must be ({size},).</source>
        <translation>{name} des Paars hat die Form {shape}; nötig ist ({size},).</translation>
    </message>
    <message>
        <source>λ = {rate:.4g}</source>
        <translation>λ = {rate:.4g}</translation>
    </message>
    <message>
        <source>λ: {before:.4g} → {after:.4g}</source>
        <translation>λ: {before:.4g} → {after:.4g}</translation>
    </message>
    <message>
        <source>‖∂W₁‖ &gt; {value:.6g}</source>
        <translation>‖∂W₁‖ &gt; {value:.6g}</translation>
    </message>
    <message>
        <source>‖∂W₂‖ &gt; {value:.6g}</source>
        <translation>‖∂W₂‖ &gt; {value:.6g}</translation>
    </message>
</context>
<context>
    <name>numbers</name>
    <message>
        <source>.</source>
        <translation>,</translation>
    </message>
</context>
</TS>
