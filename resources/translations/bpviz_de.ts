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
        <source>What the breakpoint looks at in every step, before its update.</source>
        <translation>Was der Haltepunkt in jedem Schritt prüft, vor dessen Aktualisierung.</translation>
    </message>
    <message>
        <source>Class that the new breakpoint waits for</source>
        <translation>Klasse, auf die der neue Haltepunkt wartet</translation>
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
        <source>Add a breakpoint with this condition; Return does it.</source>
        <translation>Einen Haltepunkt mit dieser Bedingung hinzufügen; auch mit der Eingabetaste.</translation>
    </message>
</context>
<context>
    <name>BoundaryContent</name>
    <message>
        <source>The network over the plane of its inputs</source>
        <translation>Das Netz über der Ebene seiner Eingaben</translation>
    </message>
    <message>
        <source>f at every point of the plane, with the samples in the colours of their classes: training samples filled, test samples hollow. Click a sample to make it the current one, the line of a hidden unit to select it, and anywhere else to try that point (with Shift in any place); drag the tried point or use the arrow keys, Esc lets go of it. The wheel zooms, a drag moves, Home shows all.</source>
        <translation>f in jedem Punkt der Ebene, dazu die Beispiele in den Farben ihrer Klassen: Trainingsbeispiele gefüllt, Testbeispiele hohl. Klick auf ein Beispiel macht es zum aktuellen, Klick auf die Linie einer verborgenen Einheit wählt diese aus, Klick an anderer Stelle probiert den Punkt dort aus (mit Umschalt überall); der ausprobierte Punkt lässt sich ziehen und mit den Pfeiltasten bewegen, Esc lässt ihn los. Mausrad: zoomen, Ziehen: verschieben, Pos1: alles zeigen.</translation>
    </message>
    <message>
        <source>The network along its input</source>
        <translation>Das Netz entlang seiner Eingabe</translation>
    </message>
    <message>
        <source>f along the only input, through the samples: training samples filled, test samples hollow. On the right axis what each hidden unit adds to z2. Click a sample to make it the current one, the curve of a hidden unit to select it, and anywhere else to try that input (with Shift in any place); drag it or use the arrow keys, Esc lets go of it. The wheel zooms, a drag moves, Home shows all.</source>
        <translation>f entlang der einzigen Eingabe, durch die Beispiele hindurch: Trainingsbeispiele gefüllt, Testbeispiele hohl. An der rechten Achse, was jede verborgene Einheit zu z2 beiträgt. Klick auf ein Beispiel macht es zum aktuellen, Klick auf die Kurve einer verborgenen Einheit wählt diese aus, Klick an anderer Stelle probiert die Eingabe dort aus (mit Umschalt überall); sie lässt sich ziehen und mit den Pfeiltasten bewegen, Esc lässt sie los. Mausrad: zoomen, Ziehen: verschieben, Pos1: alles zeigen.</translation>
    </message>
    <message>
        <source>The colours of the picture, and what they stand for</source>
        <translation>Die Farben des Bildes und ihre Bedeutung</translation>
    </message>
    <message>
        <source>Every unit at the tried point</source>
        <translation>Alle Einheiten im ausprobierten Punkt</translation>
    </message>
    <message>
        <source>Undo zoom and move, so that all samples are seen</source>
        <translation>Zoom und Verschiebung aufheben, sodass alle Beispiele zu sehen sind</translation>
    </message>
    <message>
        <source>z and σ(z) of every output and every hidden unit at the tried point</source>
        <translation>z und σ(z) jeder Ausgabe und jeder verborgenen Einheit im ausprobierten Punkt</translation>
    </message>
</context>
<context>
    <name>BoundaryHeader</name>
    <message>
        <source>What is drawn over the inputs</source>
        <translation>Was über den Eingaben gezeichnet wird</translation>
    </message>
    <message>
        <source>What is drawn over the inputs: the outputs f, a single one of them, or the value h of one hidden unit. ↑ and ↓ go through them.</source>
        <translation>Was über den Eingaben gezeichnet wird: die Ausgaben f, eine einzelne davon oder der Wert h einer verborgenen Einheit. ↑ und ↓ gehen sie der Reihe nach durch.</translation>
    </message>
    <message>
        <source>units</source>
        <translation>Einheiten</translation>
    </message>
    <message>
        <source>Draw where each hidden unit k crosses its middle, w_k·x = 0: the stronger, the larger its output weights are. The mark stands at the side where h is above it.</source>
        <translation>Zeichnen, wo jede verborgene Einheit k ihre Mitte durchläuft, w_k·x = 0: umso kräftiger, je größer ihre Ausgabegewichte sind. Die Marke steht auf der Seite, auf der h darüber liegt.</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>falsche</translation>
    </message>
    <message>
        <source>Cross out the samples whose predicted class is not their own, as the newest look at all samples found it.</source>
        <translation>Die Beispiele durchkreuzen, deren vorhergesagte Klasse nicht die eigene ist, nach der neuesten Auswertung aller Beispiele.</translation>
    </message>
    <message>
        <source>samples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>hollow: test</source>
        <translation>hohl: Test</translation>
    </message>
</context>
<context>
    <name>BoundaryPanel</name>
    <message>
        <source>Decision boundary</source>
        <translation>Entscheidungsgrenze</translation>
    </message>
    <message>
        <source>Boundary</source>
        <translation>Grenze</translation>
    </message>
    <message>
        <source>Click to try a point, a sample or a unit&apos;s line to choose it.</source>
        <translation>Klick: Punkt ausprobieren, Beispiel oder Linie wählen.</translation>
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
        <source>This panel shows the network over the plane of two inputs, as for Two moons, or along one input, as for the Sine curve. {title} has {n} inputs beside the constant 1.</source>
        <translation>Dieser Bereich zeigt das Netz über der Ebene zweier Eingaben, wie bei Zwei Monde, oder entlang einer Eingabe, wie bei der Sinuskurve. {title} hat {n} Eingaben neben der konstanten 1.</translation>
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
        <source>What is shown: the weights of the first of them minus those of the second.</source>
        <translation>Was gezeigt wird: die Gewichte des ersten minus die des zweiten Zweigs.</translation>
    </message>
    <message>
        <source>End comparison</source>
        <translation>Vergleich beenden</translation>
    </message>
    <message>
        <source>Show the list of branches alone again.</source>
        <translation>Wieder nur die Liste der Zweige zeigen.</translation>
    </message>
    <message>
        <source>Step at which the branches are compared</source>
        <translation>Schritt, in dem die Zweige verglichen werden</translation>
    </message>
    <message>
        <source>Number of updates after which both branches are compared; Return takes it over. At most as many as the shorter of them has.</source>
        <translation>Zahl der Aktualisierungen, nach denen beide Zweige verglichen werden; die Eingabetaste übernimmt sie. Höchstens so viele, wie der kürzere Zweig hat.</translation>
    </message>
    <message>
        <source>at step</source>
        <translation>in Schritt</translation>
    </message>
    <message>
        <source>Show the difference of {symbol}</source>
        <translation>Die Differenz von {symbol} zeigen</translation>
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
        <source>Return gives the branch this name, Escape leaves the old one.</source>
        <translation>Die Eingabetaste gibt dem Zweig diesen Namen, Esc belässt den alten.</translation>
    </message>
</context>
<context>
    <name>BranchLanes</name>
    <message>
        <source>+ {n} more</source>
        <translation>+ {n} weitere</translation>
    </message>
    <message>
        <source>leaves {parent} at step {step}: {change}</source>
        <translation>verlässt {parent} in Schritt {step}: {change}</translation>
    </message>
    <message>
        <source>leaves {parent} at step {step}</source>
        <translation>verlässt {parent} in Schritt {step}</translation>
    </message>
    <message>
        <source>Click: go to step {step} of it</source>
        <translation>Klick: zu seinem Schritt {step}</translation>
    </message>
</context>
<context>
    <name>BranchModel</name>
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
        <source>the branch that the run stands on</source>
        <translation>der Zweig, auf dem der Lauf steht</translation>
    </message>
    <message>
        <source>shares steps 0 … {step} with “{parent}”</source>
        <translation>teilt die Schritte 0 … {step} mit „{parent}“</translation>
    </message>
    <message>
        <source>{steps} in all</source>
        <translation>{steps} insgesamt</translation>
    </message>
    <message>
        <source>A branch needs a name; it stays “{name}”.</source>
        <translation>Ein Zweig braucht einen Namen; es bleibt bei „{name}“.</translation>
    </message>
    <message>
        <source>A name has at most {most} characters, this one has {n}; it stays “{name}”.</source>
        <translation>Ein Name hat höchstens {most} Zeichen, dieser hat {n}; es bleibt bei „{name}“.</translation>
    </message>
</context>
<context>
    <name>BranchesPanel</name>
    <message>
        <source>Switch</source>
        <translation>Wechseln</translation>
    </message>
    <message>
        <source>Let the run stand on the selected branch, at the same step or at its end (Return, or a double click).</source>
        <translation>Den Lauf auf den ausgewählten Zweig stellen, im selben Schritt oder an dessen Ende (Eingabetaste oder Doppelklick).</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Compare two selected branches, or the selected one with the current one: their losses, and the difference of their weights.</source>
        <translation>Zwei ausgewählte Zweige vergleichen, oder den ausgewählten mit dem aktuellen: ihre Verluste und die Differenz ihrer Gewichte.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Forget the selected branches and what they alone have recorded (Delete).</source>
        <translation>Die ausgewählten Zweige vergessen und alles, was nur sie aufgezeichnet haben (Entf).</translation>
    </message>
    <message>
        <source>Branches of the run</source>
        <translation>Zweige des Laufs</translation>
    </message>
    <message>
        <source>Each branch below the one that it left. Return: switch to it. F2: rename it. Delete: forget it. Select two to compare them.</source>
        <translation>Jeder Zweig steht unter dem, den er verlassen hat. Eingabetaste: zu ihm wechseln. F2: umbenennen. Entf: vergessen. Zwei auswählen, um sie zu vergleichen.</translation>
    </message>
    <message>
        <source>Going back keeps what lies ahead. As soon as something is changed there, the run goes on as a new branch, which shares all steps up to the fork with the branch that it left; the old one stays. The triangle and the bold name mark the branch that the run stands on.</source>
        <translation>Beim Zurückgehen bleibt erhalten, was dahinter liegt. Sobald dort etwas geändert wird, läuft es auf einem neuen Zweig weiter, der alle Schritte bis zur Abzweigung mit dem verlassenen Zweig teilt; der alte bleibt. Das Dreieck und der fette Name zeigen den Zweig, auf dem der Lauf steht.</translation>
    </message>
    <message>
        <source>Branches</source>
        <translation>Zweige</translation>
    </message>
    <message>
        <source>Go back to an earlier step, change λ or a weight, and go on: that makes a branch, and what was there before stays.</source>
        <translation>Zu einem früheren Schritt zurückgehen, λ oder ein Gewicht ändern und weiterlaufen lassen: Das ergibt einen Zweig, und was vorher da war, bleibt.</translation>
    </message>
    <message>
        <source>“{name}” is the branch that the run stands on; switch to another one before you delete it.</source>
        <translation>Auf „{name}“ steht der Lauf; vor dem Löschen zu einem anderen Zweig wechseln.</translation>
    </message>
    <message>
        <source>“{name}” is the only branch; it cannot be deleted.</source>
        <translation>„{name}“ ist der einzige Zweig; er kann nicht gelöscht werden.</translation>
    </message>
    <message>
        <source>Switch to this branch</source>
        <translation>Zu diesem Zweig wechseln</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen…</translation>
    </message>
</context>
<context>
    <name>BreakpointActions</name>
    <message>
        <source>Run back to the last hit</source>
        <translation>Zurück zum letzten Treffer</translation>
    </message>
    <message>
        <source>The reverse of running: go back to the last step at which a breakpoint hits, to step 0 if there is none.</source>
        <translation>Die Umkehrung von Laufen lassen: zurück zum letzten Schritt, in dem ein Haltepunkt trifft, sonst zu Schritt 0.</translation>
    </message>
    <message>
        <source>Edit the value</source>
        <translation>Wert bearbeiten</translation>
    </message>
    <message>
        <source>Give the breakpoint another value.</source>
        <translation>Dem Haltepunkt einen anderen Wert geben.</translation>
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
        <source>Let every breakpoint count its hits from 0 again; ignoring begins anew.</source>
        <translation>Alle Haltepunkte zählen ihre Treffer wieder von 0 an; auch das Ignorieren beginnt von vorn.</translation>
    </message>
    <message>
        <source>Switch all on</source>
        <translation>Alle einschalten</translation>
    </message>
    <message>
        <source>Let every breakpoint stop the run.</source>
        <translation>Jeder Haltepunkt hält den Lauf an.</translation>
    </message>
    <message>
        <source>Switch all off</source>
        <translation>Alle ausschalten</translation>
    </message>
    <message>
        <source>Let no breakpoint stop the run; keep them all.</source>
        <translation>Kein Haltepunkt hält den Lauf an; alle bleiben erhalten.</translation>
    </message>
    <message>
        <source>Remove all</source>
        <translation>Alle entfernen</translation>
    </message>
    <message>
        <source>Remove every breakpoint.</source>
        <translation>Alle Haltepunkte entfernen.</translation>
    </message>
    <message>
        <source>Clear the list of stops</source>
        <translation>Liste der Halte leeren</translation>
    </message>
    <message>
        <source>Empty the list of stops; breakpoints and their counts stay.</source>
        <translation>Die Liste der Halte leeren; die Haltepunkte und ihre Zähler bleiben.</translation>
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
        <source>Index of the sample, counted from 0</source>
        <translation>Index des Beispiels, ab 0 gezählt</translation>
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
        <source>The run then stands before the update of that step: nothing of it is applied.</source>
        <translation>Der Lauf steht dann vor der Aktualisierung dieses Schritts: Nichts davon ist ausgeführt.</translation>
    </message>
    <message>
        <source>Hits when the loss of the step&apos;s pair is &gt; the value.</source>
        <translation>Trifft, wenn der Verlust des Paars dieses Schritts &gt; dem Wert ist.</translation>
    </message>
    <message>
        <source>Hits when the loss of the step&apos;s pair is &lt; the value.</source>
        <translation>Trifft, wenn der Verlust des Paars dieses Schritts &lt; dem Wert ist.</translation>
    </message>
    <message>
        <source>Hits when ‖∂W₁‖ of the step, the Frobenius norm of δ1 xᵀ, is &gt; the value.</source>
        <translation>Trifft, wenn ‖∂W₁‖ des Schritts, die Frobeniusnorm von δ1 xᵀ, &gt; dem Wert ist.</translation>
    </message>
    <message>
        <source>Hits when ‖∂W₂‖ of the step, the Frobenius norm of δ2 hᵀ, is &gt; the value.</source>
        <translation>Trifft, wenn ‖∂W₂‖ des Schritts, die Frobeniusnorm von δ2 hᵀ, &gt; dem Wert ist.</translation>
    </message>
    <message>
        <source>Hits when the step trains on this pair; samples are counted from 0.</source>
        <translation>Trifft, wenn der Schritt mit diesem Paar trainiert; Beispiele werden ab 0 gezählt.</translation>
    </message>
    <message>
        <source>Hits when the step&apos;s pair has this class.</source>
        <translation>Trifft, wenn das Paar des Schritts zu dieser Klasse gehört.</translation>
    </message>
    <message>
        <source>Hits when the largest of the outputs f is not that of the pair&apos;s class; with one output, when f lies on the wrong side of the middle of its targets.</source>
        <translation>Trifft, wenn die größte der Ausgaben f nicht die der Klasse des Paars ist; bei einer Ausgabe, wenn f auf der falschen Seite der Mitte ihrer Zielwerte liegt.</translation>
    </message>
    <message>
        <source>Hits when the share of saturated hidden units is ≥ the value, 0 … 1.</source>
        <translation>Trifft, wenn der Anteil der gesättigten verborgenen Einheiten ≥ dem Wert ist, 0 … 1.</translation>
    </message>
    <message>
        <source>Hits when the loss of the step&apos;s pair is &gt; the factor times its moving mean over the steps before. That is the mean of all of them while they are fewer than 1000, from then on exponential: mean += (loss − mean) / 1000. Silent for the first 1000 steps.</source>
        <translation>Trifft, wenn der Verlust des Paars dieses Schritts &gt; dem Faktor mal seinem gleitenden Mittel über die Schritte davor ist. Das ist das Mittel aller, solange es weniger als 1000 sind, danach exponentiell: Mittel += (Verlust − Mittel) / 1000. In den ersten 1000 Schritten stumm.</translation>
    </message>
    <message>
        <source>Hits whenever k updates more are done: at step k, 2k, 3k, …</source>
        <translation>Trifft, sobald k weitere Aktualisierungen ausgeführt sind: in den Schritten k, 2k, 3k, …</translation>
    </message>
    <message>
        <source>Hits when a quantity of the step (z1, h, z2, f, the loss, δ2, δ1), or a weight after it, is infinite or not a number; names the first that is.</source>
        <translation>Trifft, wenn eine Größe des Schritts (z1, h, z2, f, der Verlust, δ2, δ1) oder danach ein Gewicht unendlich oder keine Zahl ist; nennt die erste.</translation>
    </message>
    <message>
        <source>{name} is a regression task: its pairs have no class.</source>
        <translation>{name} ist eine Regressionsaufgabe: Ihre Paare haben keine Klasse.</translation>
    </message>
    <message>
        <source>{name} is a regression task: nothing in it is classified, rightly or wrongly.</source>
        <translation>{name} ist eine Regressionsaufgabe: Darin wird nichts klassifiziert, weder richtig noch falsch.</translation>
    </message>
</context>
<context>
    <name>BreakpointDelegate</name>
    <message>
        <source>Hits to ignore before it stops the run</source>
        <translation>Treffer, die ignoriert werden, bevor der Haltepunkt den Lauf anhält</translation>
    </message>
    <message>
        <source>{what_is_wrong} The breakpoint “{condition}” stays as it was.</source>
        <translation>{what_is_wrong} Der Haltepunkt „{condition}“ blieb, wie er war.</translation>
    </message>
</context>
<context>
    <name>BreakpointList</name>
    <message>
        <source>Breakpoints</source>
        <translation>Haltepunkte</translation>
    </message>
    <message>
        <source>The run stops where one that is ticked hits. Space switches the current one, Return edits its value, Del removes the selected ones.</source>
        <translation>Der Lauf hält, wo ein angekreuzter Haltepunkt trifft. Die Leertaste schaltet den aktuellen um, die Eingabetaste bearbeitet seinen Wert, Entf entfernt die ausgewählten.</translation>
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
        <source>Where the run stops, if ticked. Space switches it, F2 or a double click edits its value, Del removes it.</source>
        <translation>Wo der Lauf hält, wenn angekreuzt. Die Leertaste schaltet um, F2 oder ein Doppelklick bearbeitet den Wert, Entf entfernt.</translation>
    </message>
    <message>
        <source>So many hits only count before it stops the run; F2 or a double click edits the number.</source>
        <translation>So viele Treffer werden nur gezählt, bevor er den Lauf anhält; F2 oder ein Doppelklick bearbeitet die Zahl.</translation>
    </message>
    <message>
        <source>How often the condition was met while it was switched on.</source>
        <translation>Wie oft die Bedingung erfüllt war, während er eingeschaltet war.</translation>
    </message>
    <message>
        <source>the run stands here, before the update of this step</source>
        <translation>hier steht der Lauf, vor der Aktualisierung dieses Schritts</translation>
    </message>
    <message>
        <source>hits to ignore</source>
        <translation>zu ignorierende Treffer</translation>
    </message>
</context>
<context>
    <name>BreakpointsPanel</name>
    <message>
        <source>list</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>The breakpoints: where the run is to stop.</source>
        <translation>Die Haltepunkte: wo der Lauf anhalten soll.</translation>
    </message>
    <message>
        <source>stops</source>
        <translation>Halte</translation>
    </message>
    <message>
        <source>The stops: where the run stood still.</source>
        <translation>Die Halte: wo der Lauf stehen blieb.</translation>
    </message>
    <message>
        <source>A breakpoint stops the run, at full speed, on the exact step at which its condition is met, before the update. Add one above; F9 makes one on the sample that is shown.</source>
        <translation>Ein Haltepunkt hält den Lauf auch bei vollem Tempo genau in dem Schritt an, in dem seine Bedingung erfüllt ist, vor der Aktualisierung. Oben lässt sich einer hinzufügen; F9 setzt einen auf das gezeigte Beispiel.</translation>
    </message>
    <message>
        <source>Breakpoints</source>
        <translation>Haltepunkte</translation>
    </message>
    <message>
        <source>Stops on this branch</source>
        <translation>Halte auf diesem Zweig</translation>
    </message>
</context>
<context>
    <name>BrowserBar</name>
    <message>
        <source>Train on it next</source>
        <translation>Als Nächstes damit trainieren</translation>
    </message>
    <message>
        <source>Go to it</source>
        <translation>Hingehen</translation>
    </message>
    <message>
        <source>Go to the current sample</source>
        <translation>Zum aktuellen Beispiel gehen</translation>
    </message>
    <message>
        <source>Bring into sight the sample that you look at, or, while you follow the run, that of the step at hand</source>
        <translation>Das angesehene Beispiel in Sicht bringen oder, solange dem Lauf gefolgt wird, das des aktuellen Schritts</translation>
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
        <source>The samples held back, never trained on</source>
        <translation>Die zurückgehaltenen Beispiele, mit denen nie trainiert wird</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Only samples of this class, or of any</source>
        <translation>Nur Beispiele dieser Klasse, oder jeder</translation>
    </message>
    <message>
        <source>Predicted class</source>
        <translation>Vorhergesagte Klasse</translation>
    </message>
    <message>
        <source>Only samples that the network takes for this class, or for any</source>
        <translation>Nur Beispiele, die das Netz für diese Klasse hält, oder für irgendeine</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>falsche</translation>
    </message>
    <message>
        <source>Only samples whose predicted class is not their class</source>
        <translation>Nur Beispiele, deren vorhergesagte Klasse nicht ihre Klasse ist</translation>
    </message>
    <message>
        <source>Order of the samples</source>
        <translation>Reihenfolge der Beispiele</translation>
    </message>
    <message>
        <source>What the samples are sorted by: their index, their loss ‖f − y‖², or the Frobenius norm of their gradient, with the weights of one step</source>
        <translation>Wonach die Beispiele sortiert sind: nach ihrem Index, ihrem Verlust ‖f − y‖² oder der Frobeniusnorm ihres Gradienten, mit den Gewichten eines Schritts</translation>
    </message>
    <message>
        <source>↑ the smallest first, ↓ the largest first</source>
        <translation>↑ die kleinsten zuerst, ↓ die größten zuerst</translation>
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
        <source>Write a number below each picture: the loss, or the gradient magnitude that the samples are sorted by</source>
        <translation>Unter jedes Bild eine Zahl schreiben: den Verlust oder den Gradientenbetrag, nach dem die Beispiele sortiert sind</translation>
    </message>
    <message>
        <source>table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>List the pictures as rows of numbers: class, answer, loss, gradient magnitudes and every pixel</source>
        <translation>Die Bilder als Zeilen von Zahlen aufführen: Klasse, Antwort, Verlust, Gradientenbeträge und jedes Pixel</translation>
    </message>
    <message>
        <source>live</source>
        <translation>live</translation>
    </message>
    <message>
        <source>Sort and filter again, up to twice a second, whenever all samples have been looked at with newer weights. While the mouse is over the samples, each stays where it is, so that you can click it; marks and numbers are always the newest.</source>
        <translation>Neu sortieren und filtern, bis zu zweimal in der Sekunde, sobald alle Beispiele mit neueren Gewichten ausgewertet sind. Solange die Maus über den Beispielen steht, bleibt jedes an seinem Platz, damit es sich anklicken lässt; Marken und Zahlen sind immer die neuesten.</translation>
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
        <source>taken for {name}</source>
        <translation>Antwort {name}</translation>
    </message>
    <message>
        <source>taken for any</source>
        <translation>jede Antwort</translation>
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
        <source>The order is that of an older step, because the samples are held in place while the mouse is over them or “live” is off. Sort by the newest numbers now.</source>
        <translation>Die Reihenfolge ist die eines älteren Schritts, weil die Beispiele unter der Maus an ihrem Platz bleiben oder „live“ ausgeschaltet ist. Jetzt nach den neuesten Zahlen sortieren.</translation>
    </message>
</context>
<context>
    <name>BrowserPanel</name>
    <message>
        <source>Go to sample {index}…</source>
        <translation>Zu Beispiel {index} gehen…</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Beispiele</translation>
    </message>
</context>
<context>
    <name>BrowserWords</name>
    <message>
        <source>No sample is here: {which}.</source>
        <translation>Hier ist kein Beispiel: {which}.</translation>
    </message>
    <message>
        <source>Sample {sample} is not among those listed.</source>
        <translation>Beispiel {sample} ist nicht unter den aufgeführten.</translation>
    </message>
    <message>
        <source>The network&apos;s answers to all samples are being computed…</source>
        <translation>Die Antworten des Netzes auf alle Beispiele werden berechnet…</translation>
    </message>
    <message>
        <source>There is no sample {sample}; the last one is {last}.</source>
        <translation>Es gibt kein Beispiel {sample}; das letzte ist {last}.</translation>
    </message>
    <message>
        <source>This data set has no samples.</source>
        <translation>Dieser Datensatz hat keine Beispiele.</translation>
    </message>
    <message>
        <source>This data set has no test part: no samples were held back. Where the setup offers a test share, one above 0 holds some back.</source>
        <translation>Dieser Datensatz hat keine Testdaten: Es wurden keine Beispiele zurückgehalten. Wo die Einstellungen einen Testanteil anbieten, hält einer über 0 einige zurück.</translation>
    </message>
    <message>
        <source>class {label}</source>
        <translation>Klasse {label}</translation>
    </message>
    <message>
        <source>classified wrongly</source>
        <translation>falsch klassifiziert</translation>
    </message>
    <message>
        <source>taken for {predicted}</source>
        <translation>gehalten für {predicted}</translation>
    </message>
    <message>
        <source>wrongly taken for {predicted}</source>
        <translation>fälschlich gehalten für {predicted}</translation>
    </message>
    <message>
        <source>{label} taken for something else</source>
        <translation>{label} für anderes gehalten</translation>
    </message>
    <message>
        <source>{label} taken for {predicted}</source>
        <translation>{label} für {predicted} gehalten</translation>
    </message>
    <message>
        <source>{label} wrongly taken for {predicted}</source>
        <translation>{label} fälschlich für {predicted} gehalten</translation>
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
    <name>CheckContent</name>
    <message>
        <source>Legend</source>
        <translation>Legende</translation>
    </message>
    <message>
        <source>What the colours of the heatmaps stand for</source>
        <translation>Wofür die Farben der Heatmaps stehen</translation>
    </message>
    <message>
        <source>hidden unit k</source>
        <translation>verborgene Einheit k</translation>
    </message>
    <message>
        <source>one tile per hidden unit k</source>
        <translation>eine Kachel je verborgener Einheit k</translation>
    </message>
    <message>
        <source>input i</source>
        <translation>Eingabe i</translation>
    </message>
    <message>
        <source>output j</source>
        <translation>Ausgabe j</translation>
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
        <source>Select it</source>
        <translation>Auswählen</translation>
    </message>
    <message>
        <source>Select the weight with the largest error, in every panel</source>
        <translation>Das Gewicht mit dem größten Fehler auswählen, in jedem Bereich</translation>
    </message>
    <message>
        <source>as the run</source>
        <translation>wie der Lauf</translation>
    </message>
    <message>
        <source>Check the rule that the run follows</source>
        <translation>Die Regel prüfen, der der Lauf folgt</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>exakt</translation>
    </message>
    <message>
        <source>Check the exact rule, δ1 = (W₂ᵀ δ2) σ₁′(z1), whatever the run follows</source>
        <translation>Die exakte Regel prüfen, δ1 = (W₂ᵀ δ2) σ₁′(z1), gleich welcher der Lauf folgt</translation>
    </message>
    <message>
        <source>as printed</source>
        <translation>wie gedruckt</translation>
    </message>
    <message>
        <source>Check the rule as it is printed in the note, whatever the run follows</source>
        <translation>Die Regel prüfen, wie sie im Skript gedruckt ist, gleich welcher der Lauf folgt</translation>
    </message>
    <message>
        <source>Check compares the gradient of the pair shown, weight by weight, with central differences of the loss.</source>
        <translation>Prüfen vergleicht den Gradienten des gezeigten Paars, Gewicht für Gewicht, mit zentralen Differenzen des Verlusts.</translation>
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
        <source>Give up the check under way; the one before it stays</source>
        <translation>Die laufende Prüfung aufgeben; die vorige bleibt</translation>
    </message>
    <message>
        <source>Compare every weight&apos;s gradient with (E(w + s) − E(w − s)) / 2s, at this position, for the pair shown. F6 does so from anywhere.</source>
        <translation>Den Gradienten jedes Gewichts mit (E(w + s) − E(w − s)) / 2s vergleichen, an dieser Stelle, für das gezeigte Paar. F6 tut das von überall.</translation>
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
        <translation>null</translation>
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
        <source>as printed, for comparison</source>
        <translation>wie gedruckt, zum Vergleich</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>exakt</translation>
    </message>
</context>
<context>
    <name>ColumnsModel</name>
    <message>
        <source>numbers</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>text of a few kinds</source>
        <translation>Text von wenigen Arten</translation>
    </message>
    <message>
        <source>text of too many kinds to be an input</source>
        <translation>Text von zu vielen Arten, um Eingabe zu sein</translation>
    </message>
    <message>
        <source>{name} holds {what}, such as {examples}. Used as: {role}. A click, or Space, chooses what it is used for.</source>
        <translation>{name} enthält {what}, etwa {examples}. Verwendet als: {role}. Ein Klick oder die Leertaste wählt, wozu die Spalte dient.</translation>
    </message>
</context>
<context>
    <name>ColumnsView</name>
    <message>
        <source>First rows of the table</source>
        <translation>Erste Zeilen der Tabelle</translation>
    </message>
    <message>
        <source>The first rows as they stand in the file. ← and → move between the columns, Shift selects several; Space or a click on a name chooses what they are used for.</source>
        <translation>Die ersten Zeilen, wie sie in der Datei stehen. ← und → gehen von Spalte zu Spalte, Umschalt wählt mehrere aus; die Leertaste oder ein Klick auf einen Namen wählt, wozu sie dienen.</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Type parts of a command&apos;s name.</source>
        <translation>Teile vom Namen eines Befehls eingeben.</translation>
    </message>
    <message>
        <source>Type a command…</source>
        <translation>Befehl eingeben…</translation>
    </message>
    <message>
        <source>Enter or a click does the command.</source>
        <translation>Die Eingabetaste oder ein Klick führt den Befehl aus.</translation>
    </message>
    <message>
        <source>Panel: {name}</source>
        <translation>Bereich: {name}</translation>
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
        <source>How many samples of each class (row) the network takes for which class (column). Blue, on the diagonal: right. Ochre: mistakes, the deeper the more of them; their scale is their own. Right: samples of the class, and the share of them that is right. Click a cell, a name or a bar, or go there with the arrows and press Enter: those samples; a bar means the wrong ones of its class.</source>
        <translation>Wie viele Beispiele jeder Klasse (Zeile) das Netz für welche Klasse (Spalte) hält. Blau, auf der Diagonale: richtig. Ocker: Fehler, umso kräftiger, je mehr es sind; ihre Skala ist eine eigene. Rechts: Beispiele der Klasse und ihr richtiger Anteil. Klick auf ein Feld, einen Namen oder einen Balken, oder mit den Pfeiltasten hingehen und Eingabetaste: diese Beispiele; ein Balken steht für die falschen seiner Klasse.</translation>
    </message>
    <message>
        <source>Cells show their share of the samples of the true class in per cent, instead of how many samples they have.</source>
        <translation>Die Felder zeigen ihren Anteil an den Beispielen der wahren Klasse in Prozent statt der Anzahl ihrer Beispiele.</translation>
    </message>
    <message>
        <source>Shares of the class in per cent</source>
        <translation>Anteile der Klasse in Prozent</translation>
    </message>
    <message>
        <source>Point at a cell to read it; click: its samples.</source>
        <translation>Auf ein Feld zeigen: ablesen; Klick: seine Beispiele.</translation>
    </message>
</context>
<context>
    <name>ConfusionWords</name>
    <message>
        <source>all classes: {n} of {whole} samples wrong ({share})</source>
        <translation>alle Klassen: {n} von {whole} Beispielen falsch ({share})</translation>
    </message>
    <message>
        <source>all {whole} samples, {n} of them wrong ({share})</source>
        <translation>alle {whole} Beispiele, {n} davon falsch ({share})</translation>
    </message>
    <message>
        <source>class {true}: {n} of {whole} samples ({share})</source>
        <translation>Klasse {true}: {n} von {whole} Beispielen ({share})</translation>
    </message>
    <message>
        <source>taken for {said}: {n} of {whole} samples ({share}), {right} of them rightly</source>
        <translation>gehalten für {said}: {n} von {whole} Beispielen ({share}), {right} davon zu Recht</translation>
    </message>
    <message>
        <source>{true} recognised: {n} of {whole} ({share})</source>
        <translation>{true} erkannt: {n} von {whole} ({share})</translation>
    </message>
    <message>
        <source>{true} taken for something else: {n} of {whole} ({share})</source>
        <translation>{true} für anderes gehalten: {n} von {whole} ({share})</translation>
    </message>
    <message>
        <source>{true} taken for {said}: {n} of {whole} ({share})</source>
        <translation>{true} für {said} gehalten: {n} von {whole} ({share})</translation>
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
        <source>Step size</source>
        <translation>Schrittzahl</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Hidden l</source>
        <translation>Verborgen l</translation>
    </message>
    <message>
        <source>How many steps one press on Step or Step back is, 1 to 2⁶³ − 1. One step trains on one pair.</source>
        <translation>Wie viele Schritte ein Druck auf Schritt oder Schritt zurück bedeutet, 1 bis 2⁶³ − 1. Ein Schritt trainiert mit einem Paar.</translation>
    </message>
    <message>
        <source>Steps per second while running: from 0.1 steps/s to unlimited, as fast as the machine can. Up to 3 steps/s the run walks through the phases of each step.</source>
        <translation>Schritte pro Sekunde beim Laufen: von 0.1 Schritten/s bis unbegrenzt, so schnell wie die Maschine kann. Bis 3 Schritte/s geht der Lauf durch die Phasen jedes Schritts.</translation>
    </message>
    <message>
        <source>Learning rate λ</source>
        <translation>Lernrate λ</translation>
    </message>
    <message>
        <source>Learning rate λ: each step sets W ← W − λ·∂W. A finite number above 0, such as 0.3, 0,3 or 1e-3; it acts from the next step on.</source>
        <translation>Lernrate λ: Jeder Schritt setzt W ← W − λ·∂W. Eine endliche Zahl über 0, etwa 0.3, 0,3 oder 1e-3; sie wirkt ab dem nächsten Schritt.</translation>
    </message>
    <message>
        <source>Learning rate λ, slider</source>
        <translation>Lernrate λ, Schieberegler</translation>
    </message>
    <message>
        <source>Learning rate λ on a logarithmic scale from 0.0001 to 100; the editor beside it takes any other value.</source>
        <translation>Lernrate λ auf einer logarithmischen Skala von 0.0001 bis 100; das Eingabefeld daneben nimmt jeden anderen Wert an.</translation>
    </message>
    <message>
        <source>Hidden size l</source>
        <translation>Verborgene Einheiten l</translation>
    </message>
    <message>
        <source>Hidden size l: how many hidden units there are, 1 to 4096. A change starts a new run.</source>
        <translation>Verborgene Einheiten l: ihre Anzahl, 1 bis 4096. Eine Änderung beginnt einen neuen Lauf.</translation>
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
        <source>Something went wrong inside bpviz ({kind}); the log has the details.</source>
        <translation>In bpviz ist etwas schiefgegangen ({kind}); Näheres steht im Protokoll.</translation>
    </message>
</context>
<context>
    <name>CustomTrainingForm</name>
    <message>
        <source>Train on this as</source>
        <translation>Hiermit trainieren als</translation>
    </message>
    <message>
        <source>Train on this</source>
        <translation>Hiermit trainieren</translation>
    </message>
    <message>
        <source>Let the step at hand train on this, in place of the pair that was drawn for it; if its update has begun, the next step does. It goes into the journal, and can be undone.</source>
        <translation>Der laufende Schritt trainiert hiermit statt mit dem für ihn gezogenen Paar; hat seine Aktualisierung schon begonnen, tut es der nächste. Es kommt ins Journal und lässt sich rückgängig machen.</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>What it should be: the class whose target is trained on.</source>
        <translation>Was es sein soll: die Klasse, mit deren Zielwert trainiert wird.</translation>
    </message>
    <message>
        <source>Train on this with</source>
        <translation>Hiermit trainieren mit</translation>
    </message>
    <message>
        <source>{n} targets are too many to choose.</source>
        <translation>{n} Zielwerte sind zu viele zum Wählen.</translation>
    </message>
    <message>
        <source>What {name} should be, in its own units; the data has {low} to {high}.</source>
        <translation>Was {name} sein soll, in eigener Maßeinheit; die Daten haben {low} bis {high}.</translation>
    </message>
    <message>
        <source>Asked to train on {title} …</source>
        <translation>Angefragt: mit {title} trainieren …</translation>
    </message>
    <message>
        <source>Goes into the journal at step {step}: {title}.</source>
        <translation>Kommt bei Schritt {step} ins Journal: {title}.</translation>
    </message>
    <message>
        <source>The run did not take it; the messages of the window say why.</source>
        <translation>Der Lauf hat es nicht übernommen; die Meldungen des Fensters sagen, warum.</translation>
    </message>
    <message>
        <source>One step trains on it; the journal notes it.</source>
        <translation>Ein Schritt trainiert damit; das Journal vermerkt es.</translation>
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
        <source>Samples</source>
        <translation>Beispiele</translation>
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
        <source>m = {samples} to train on, {held} held back</source>
        <translation>m = {samples} zum Trainieren, {held} zurückgehalten</translation>
    </message>
    <message>
        <source>m = {samples} to train on, none held back</source>
        <translation>m = {samples} zum Trainieren, keine zurückgehalten</translation>
    </message>
    <message>
        <source>The pairs (x, y) to learn from. Another data set starts a new run with the hidden size and λ that suit it.</source>
        <translation>Die Paare (x, y), aus denen gelernt wird. Ein anderer Datensatz beginnt einen neuen Lauf mit dem l und λ, die zu ihm passen.</translation>
    </message>
    <message>
        <source>Number of samples</source>
        <translation>Zahl der Beispiele</translation>
    </message>
    <message>
        <source>Samples to make up, training and test part together.</source>
        <translation>Wie viele Beispiele erzeugt werden, Trainings- und Testdaten zusammen.</translation>
    </message>
    <message>
        <source>Standard deviation of the normal noise that is added, in the units of the points or, for a curve, of y. 0 is none.</source>
        <translation>Standardabweichung des normalverteilten Rauschens, das addiert wird, in der Maßeinheit der Punkte oder, bei einer Kurve, von y. 0 ist keines.</translation>
    </message>
    <message>
        <source>Share of the samples that is held back for testing and never trained on, in per cent, of each class alike.</source>
        <translation>Anteil der Beispiele, die zum Testen zurückgehalten werden und mit denen nie trainiert wird, in Prozent, von jeder Klasse gleich viel.</translation>
    </message>
    <message>
        <source>Fixes which samples are made up and which are held back, and nothing else: the same seed gives the same data. 0 to 2⁶³ − 1.</source>
        <translation>Legt fest, welche Beispiele erzeugt und welche zurückgehalten werden, sonst nichts: Derselbe Startwert ergibt dieselben Daten. 0 bis 2⁶³ − 1.</translation>
    </message>
    <message>
        <source>Appends an input that is always 1. The network has no biases: the weights of this input do their work for the hidden units.</source>
        <translation>Hängt eine Eingabe an, die immer 1 ist. Das Netz hat keine Bias-Werte: Die Gewichte dieser Eingabe leisten für die verborgenen Einheiten deren Arbeit.</translation>
    </message>
</context>
<context>
    <name>DatasetForm</name>
    <message>
        <source>What is made of it</source>
        <translation>Was daraus gemacht wird</translation>
    </message>
    <message>
        <source>classes</source>
        <translation>Klassen</translation>
    </message>
    <message>
        <source>numbers (regression)</source>
        <translation>Zahlen (Regression)</translation>
    </message>
    <message>
        <source>as found</source>
        <translation>wie gefunden</translation>
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
        <source>as they are</source>
        <translation>wie sie sind</translation>
    </message>
    <message>
        <source>as fits σ₂</source>
        <translation>wie es zu σ₂ passt</translation>
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
        <source>refuse the file</source>
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
        <source>usual ({share} %)</source>
        <translation>üblich ({share} %)</translation>
    </message>
    <message>
        <source>append a constant input 1</source>
        <translation>eine konstante Eingabe 1 anhängen</translation>
    </message>
    <message>
        <source> GiB</source>
        <translation> GiB</translation>
    </message>
    <message>
        <source>found: {what}</source>
        <translation>gefunden: {what}</translation>
    </message>
    <message>
        <source>by the usual names</source>
        <translation>nach den üblichen Namen</translation>
    </message>
    <message>
        <source>Inputs X</source>
        <translation>Eingaben X</translation>
    </message>
    <message>
        <source>The array of the inputs, a sample in each row.</source>
        <translation>Das Array der Eingaben, ein Beispiel in jeder Zeile.</translation>
    </message>
    <message>
        <source>Targets y</source>
        <translation>Zielwerte y</translation>
    </message>
    <message>
        <source>The array of the targets, one for each sample.</source>
        <translation>Das Array der Zielwerte, einer für jedes Beispiel.</translation>
    </message>
    <message>
        <source>Targets are</source>
        <translation>Zielwerte sind</translation>
    </message>
    <message>
        <source>Classes: an output for each, 0 or 1. Numbers: regression, scaled into the range of the outputs and shown back in their own units.</source>
        <translation>Klassen: eine Ausgabe für jede, 0 oder 1. Zahlen: Regression, in den Bereich der Ausgaben skaliert und in ihrer eigenen Maßeinheit angezeigt.</translation>
    </message>
    <message>
        <source>Number targets</source>
        <translation>Zahlenzielwerte</translation>
    </message>
    <message>
        <source>How the targets of a regression are scaled, over the training part. What fits σ₂: for the sigmoid, ReLU and softplus 0.1 … 0.9, for tanh −0.8 … 0.8, for the identity mean 0 and variance 1.</source>
        <translation>Wie die Zielwerte einer Regression über die Trainingsdaten skaliert werden. Was zu σ₂ passt: bei Sigmoid, ReLU und Softplus 0,1 … 0,9, bei tanh −0,8 … 0,8, bei der Identität Mittel 0 und Varianz 1.</translation>
    </message>
    <message>
        <source>Number inputs</source>
        <translation>Zahleneingaben</translation>
    </message>
    <message>
        <source>How each column of numbers is scaled: to mean 0 and variance 1, to 0 … 1, both over the training part, or not at all.</source>
        <translation>Wie jede Zahlenspalte skaliert wird: auf Mittel 0 und Varianz 1, auf 0 … 1, beides über die Trainingsdaten, oder gar nicht.</translation>
    </message>
    <message>
        <source>Missing values</source>
        <translation>Fehlende Werte</translation>
    </message>
    <message>
        <source>What is done with a row in which a cell is empty, ?, NA or NaN.</source>
        <translation>Was mit einer Zeile geschieht, in der eine Zelle leer, ?, NA oder NaN ist.</translation>
    </message>
    <message>
        <source>Test part</source>
        <translation>Testdaten</translation>
    </message>
    <message>
        <source>Share of the samples held back for testing, 0 to 95 %. Usual is a fifth, or the part of its own that lies beside the file; empty is usual.</source>
        <translation>Anteil der Beispiele, die zum Testen zurückgehalten werden, 0 bis 95 %. Üblich ist ein Fünftel oder der eigene Teil, der neben der Datei liegt; leer bedeutet üblich.</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Fixes which samples are held back, 0 to 2⁶³ − 1: the same for the same seed.</source>
        <translation>Legt fest, welche Beispiele zurückgehalten werden, 0 bis 2⁶³ − 1: bei gleichem Startwert dieselben.</translation>
    </message>
    <message>
        <source>Bias</source>
        <translation>Bias</translation>
    </message>
    <message>
        <source>One more input that is always 1: its weights do the work of biases, which the network does not have.</source>
        <translation>Eine weitere Eingabe, die immer 1 ist: Ihre Gewichte leisten die Arbeit der Bias-Werte, die das Netz nicht hat.</translation>
    </message>
    <message>
        <source>Largest size</source>
        <translation>Größte Größe</translation>
    </message>
    <message>
        <source>Unpacked bytes that the file may have, in GiB (2³⁰ bytes), 1 to 4096. It must fit into the memory.</source>
        <translation>Wie viele Bytes die Datei entpackt haben darf, in GiB (2³⁰ Bytes), 1 bis 4096. Sie muss in den Speicher passen.</translation>
    </message>
    <message>
        <source>Pixels to which every picture is brought, 1 to 1024 each.</source>
        <translation>Auf wie viele Pixel jedes Bild gebracht wird, je 1 bis 1024.</translation>
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
        <translation>Den Gradienten jedes Gewichts mit zentralen Differenzen des Verlusts vergleichen, an dieser Stelle und für das gezeigte Paar.</translation>
    </message>
    <message>
        <source>Put the printed rule on trial</source>
        <translation>Gedruckte Regel erproben</translation>
    </message>
    <message>
        <source>Train two branches from the same weights, one by the exact gradient, one by the note&apos;s printed formula, and show how they compare; once more ends it.</source>
        <translation>Zwei Zweige von denselben Gewichten aus trainieren, einen mit dem exakten Gradienten, einen nach der gedruckten Formel des Skripts, und zeigen, wie sie sich unterscheiden; noch einmal beendet das.</translation>
    </message>
    <message>
        <source>Next phase</source>
        <translation>Nächste Phase</translation>
    </message>
    <message>
        <source>Step into: do the next phase of this step, from drawing the pair to the update of the weights.</source>
        <translation>Hineingehen: die nächste Phase dieses Schritts ausführen, vom Ziehen des Paars bis zur Aktualisierung der Gewichte.</translation>
    </message>
    <message>
        <source>Phase back</source>
        <translation>Phase zurück</translation>
    </message>
    <message>
        <source>Undo the phase at hand, or the one before it; the reverse of Next phase.</source>
        <translation>Die laufende Phase oder die davor zurücknehmen; die Umkehrung von Nächste Phase.</translation>
    </message>
    <message>
        <source>Next row</source>
        <translation>Nächste Zeile</translation>
    </message>
    <message>
        <source>Compute one row more of a gradient or of the update; elsewhere the next phase.</source>
        <translation>Eine weitere Zeile eines Gradienten oder der Aktualisierung berechnen; sonst die nächste Phase.</translation>
    </message>
    <message>
        <source>Row back</source>
        <translation>Zeile zurück</translation>
    </message>
    <message>
        <source>Undo one row; the reverse of Next row.</source>
        <translation>Eine Zeile zurücknehmen; die Umkehrung von Nächste Zeile.</translation>
    </message>
    <message>
        <source>Finish the step</source>
        <translation>Schritt beenden</translation>
    </message>
    <message>
        <source>Step out: complete the step at hand, and stand before the next draw.</source>
        <translation>Herausgehen: den laufenden Schritt zu Ende führen und vor dem nächsten Ziehen stehen.</translation>
    </message>
    <message>
        <source>To the beginning of the step</source>
        <translation>An den Anfang des Schritts</translation>
    </message>
    <message>
        <source>Undo all phases of the step at hand; the reverse of Finish the step.</source>
        <translation>Alle Phasen des laufenden Schritts zurücknehmen; die Umkehrung von Schritt beenden.</translation>
    </message>
    <message>
        <source>Run back to the last hit</source>
        <translation>Zurück zum letzten Treffer</translation>
    </message>
    <message>
        <source>Go back to the last step that meets a breakpoint, else to step 0; the reverse of Run.</source>
        <translation>Zurück zum letzten Schritt, der einen Haltepunkt erfüllt, sonst zu Schritt 0; die Umkehrung von Laufen lassen.</translation>
    </message>
    <message>
        <source>Breakpoint on this sample</source>
        <translation>Haltepunkt auf diesem Beispiel</translation>
    </message>
    <message>
        <source>Stop before the update of every step that trains on the sample shown; once more removes that breakpoint.</source>
        <translation>Vor der Aktualisierung jedes Schritts anhalten, der mit dem gezeigten Beispiel trainiert; noch einmal entfernt diesen Haltepunkt.</translation>
    </message>
    <message>
        <source>Remove all breakpoints</source>
        <translation>Alle Haltepunkte entfernen</translation>
    </message>
    <message>
        <source>Remove every breakpoint.</source>
        <translation>Alle Haltepunkte entfernen.</translation>
    </message>
    <message>
        <source>Train on this sample next</source>
        <translation>Als Nächstes mit diesem Beispiel trainieren</translation>
    </message>
    <message>
        <source>Let the step at hand train on the sample shown instead of the one drawn.</source>
        <translation>Der laufende Schritt trainiert mit dem gezeigten Beispiel statt mit dem gezogenen.</translation>
    </message>
    <message>
        <source>Keep training on this sample</source>
        <translation>Weiter mit diesem Beispiel trainieren</translation>
    </message>
    <message>
        <source>Let every step train on the sample shown; once more draws samples again.</source>
        <translation>Jeder Schritt trainiert mit dem gezeigten Beispiel; noch einmal, und die Beispiele werden wieder gezogen.</translation>
    </message>
    <message>
        <source>Skip the sample of this step</source>
        <translation>Beispiel dieses Schritts auslassen</translation>
    </message>
    <message>
        <source>Leave out the pair drawn for the step at hand; the next draw takes its place.</source>
        <translation>Das Paar auslassen, das für den laufenden Schritt gezogen wurde; das nächste gezogene tritt an seine Stelle.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Stand where the last change was made, without it. What was trained with it stays as a branch.</source>
        <translation>Dorthin zurück, wo die letzte Änderung war, und ohne sie. Was mit ihr trainiert wurde, bleibt als Zweig.</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Make the change again that was undone last.</source>
        <translation>Die zuletzt zurückgenommene Änderung noch einmal machen.</translation>
    </message>
    <message>
        <source>{action}: {change}</source>
        <translation>{action}: {change}</translation>
    </message>
</context>
<context>
    <name>DebuggerHeader</name>
    <message>
        <source>Follow the run</source>
        <translation>Dem Lauf folgen</translation>
    </message>
    <message>
        <source>Show the phase and the row at which the run stands</source>
        <translation>Die Phase und die Zeile zeigen, in der der Lauf steht</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>The row or entry whose numbers are shown, counted from 0; ↑ and ↓ change it</source>
        <translation>Die Zeile oder der Eintrag, deren Zahlen gezeigt werden, ab 0 gezählt; ↑ und ↓ ändern sie</translation>
    </message>
    <message>
        <source>Let go of the selected weight, and show the row that is being computed</source>
        <translation>Das ausgewählte Gewicht loslassen und die Zeile zeigen, die gerade berechnet wird</translation>
    </message>
    <message>
        <source>Let go of the selected weight</source>
        <translation>Das ausgewählte Gewicht loslassen</translation>
    </message>
    <message>
        <source>of {count}</source>
        <translation>von {count}</translation>
    </message>
</context>
<context>
    <name>DebuggerPanel</name>
    <message>
        <source>Debugger</source>
        <translation>Debugger</translation>
    </message>
    <message>
        <source>row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>of {count}: row {row} of {matrix}</source>
        <translation>von {count}: Zeile {row} von {matrix}</translation>
    </message>
    <message>
        <source>row k</source>
        <translation>Zeile k</translation>
    </message>
    <message>
        <source>entry k</source>
        <translation>Eintrag k</translation>
    </message>
    <message>
        <source>Before step {step}: the numbers are those to come</source>
        <translation>Vor Schritt {step}: Die Zahlen sind die, die kommen werden</translation>
    </message>
    <message>
        <source>In step {step} next: {phase}, row {row} of {rows}</source>
        <translation>In Schritt {step} als Nächstes: {phase}, Zeile {row} von {rows}</translation>
    </message>
    <message>
        <source>In step {step} next: {phase}</source>
        <translation>In Schritt {step} als Nächstes: {phase}</translation>
    </message>
    <message>
        <source>As printed in the note, which is wrong: a vector of ones stands where column k of W₂ belongs. W₁ₖh, which exists only for n&#xa0;=&#xa0;l, is read as W₁ₖx.</source>
        <translation>Wie im Skript gedruckt, und das ist falsch: Ein Vektor aus Einsen steht dort, wo Spalte k von W₂ hingehört. W₁ₖh, das es nur für n&#xa0;=&#xa0;l gibt, wird als W₁ₖx gelesen.</translation>
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
        <source>What was found</source>
        <translation>Was gefunden wurde</translation>
    </message>
    <message>
        <source>What will be done</source>
        <translation>Was getan wird</translation>
    </message>
</context>
<context>
    <name>DifferenceView</name>
    <message>
        <source>Difference {symbol} of the two branches</source>
        <translation>Differenz {symbol} der beiden Zweige</translation>
    </message>
    <message>
        <source>{symbol}: the weights of the first named branch minus those of the second; 0 in the middle of the colours.</source>
        <translation>{symbol}: die Gewichte des zuerst genannten Zweigs minus die des zweiten; 0 in der Mitte der Farben.</translation>
    </message>
    <message>
        <source>Point at an entry to read it.</source>
        <translation>Auf einen Eintrag zeigen, um ihn abzulesen.</translation>
    </message>
    <message>
        <source>one tile per hidden unit k</source>
        <translation>eine Kachel je verborgener Einheit k</translation>
    </message>
    <message>
        <source>one tile per hidden unit k; at its foot the constant input</source>
        <translation>eine Kachel je verborgener Einheit k; an ihrem Fuß die konstante Eingabe</translation>
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
        <source>output j</source>
        <translation>Ausgabe j</translation>
    </message>
</context>
<context>
    <name>DockTitle</name>
    <message>
        <source>Take out or put back</source>
        <translation>Herauslösen oder zurücksetzen</translation>
    </message>
    <message>
        <source>Close; the View menu brings it back</source>
        <translation>Schließen; das Menü Ansicht bringt ihn zurück</translation>
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
        <source>Choose the panel that is shown in this place.</source>
        <translation>Den Bereich wählen, der an diesem Platz gezeigt wird.</translation>
    </message>
</context>
<context>
    <name>DrawCanvas</name>
    <message>
        <source>Canvas</source>
        <translation>Zeichenfläche</translation>
    </message>
    <message>
        <source>Draw here with the mouse, a pen or a finger. Keys: the arrows move the pen, with Shift in small steps; Home, End, Page Up and Page Down move it along a slope; Space puts it down and lifts it; Delete clears; Ctrl+Z undoes.</source>
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
        <source>Draw</source>
        <translation>Zeichnen</translation>
    </message>
    <message>
        <source>a drawing as {name}</source>
        <translation>eine Zeichnung als {name}</translation>
    </message>
    <message>
        <source>inputs by hand as {name}</source>
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
        <source>Take ink away</source>
        <translation>Farbe wegnehmen</translation>
    </message>
    <message>
        <source>Thickness</source>
        <translation>Dicke</translation>
    </message>
    <message>
        <source>How thick pen and eraser draw, from 1 to 25 % of the canvas. At first it is what makes strokes as thick as those of the data.</source>
        <translation>Wie dick Stift und Radierer zeichnen, von 1 bis 25 % der Fläche. Anfangs so, dass die Striche so dick werden wie die der Daten.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Take back the last stroke, pasted sample or cleaning.</source>
        <translation>Den letzten Strich, das zuletzt eingefügte Beispiel oder das letzte Leeren zurücknehmen.</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Do again what was undone last.</source>
        <translation>Noch einmal tun, was zuletzt rückgängig gemacht wurde.</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Begin with clean paper. It can be undone.</source>
        <translation>Mit einem leeren Blatt beginnen. Lässt sich rückgängig machen.</translation>
    </message>
    <message>
        <source>Paste sample</source>
        <translation>Beispiel einfügen</translation>
    </message>
    <message>
        <source>Put the sample at hand onto the canvas, to alter it. It can be undone.</source>
        <translation>Das aktuelle Beispiel auf die Zeichenfläche bringen, um es zu verändern. Lässt sich rückgängig machen.</translation>
    </message>
    <message>
        <source>What it sees</source>
        <translation>Was es sieht</translation>
    </message>
    <message>
        <source>Show beside the canvas what the network sees: the drawing as it is after its preparation, one square an input.</source>
        <translation>Neben der Zeichenfläche zeigen, was das Netz sieht: die Zeichnung nach ihrer Aufbereitung, ein Quadrat je Eingabe.</translation>
    </message>
    <message>
        <source>Prepare as MNIST</source>
        <translation>Wie MNIST aufbereiten</translation>
    </message>
</context>
<context>
    <name>ErrorPart</name>
    <message>
        <source>Relative errors of the gradient of {symbol}</source>
        <translation>Relative Fehler des Gradienten von {symbol}</translation>
    </message>
    <message>
        <source>|closed form − difference| / max(|closed form|, |difference|) of every weight of {symbol}, as colours on a logarithmic scale. Gradients below a ten-thousandth of the largest are measured by that ten-thousandth. Click a weight to select it; by keys: Enter selects, arrows move.</source>
        <translation>|geschlossene Form − Differenz| / max(|geschlossene Form|, |Differenz|) jedes Gewichts von {symbol}, als Farben auf logarithmischer Skala. Gradienten unter einem Zehntausendstel des größten werden an diesem Zehntausendstel gemessen. Klick auf ein Gewicht wählt es aus; mit Tasten: Eingabe wählt aus, Pfeile bewegen.</translation>
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
        <source>On the samples held back, on which it is never trained</source>
        <translation>Auf den zurückgehaltenen Beispielen, mit denen es nie trainiert wird</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>Differenz</translation>
    </message>
    <message>
        <source>Test minus training: how much worse the network does on samples that it was not trained on. Accuracies in percentage points.</source>
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
        <source>Share of the samples that are classified rightly, in per cent</source>
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
        <source>The two were not looked at after the same step.</source>
        <translation>Die beiden wurden nicht nach demselben Schritt ausgewertet.</translation>
    </message>
    <message>
        <source>The looks at the two are too many steps apart to be compared.</source>
        <translation>Zwischen den beiden Auswertungen liegen zu viele Schritte, um sie zu vergleichen.</translation>
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
        <source>Looked at after step {step}; the run stands at step {now}.</source>
        <translation>Ausgewertet nach Schritt {step}; der Lauf steht bei Schritt {now}.</translation>
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
        <source>Look at the samples that it is trained on</source>
        <translation>Die Beispiele ansehen, mit denen trainiert wird</translation>
    </message>
    <message>
        <source>test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Look at the samples held back, on which it is never trained</source>
        <translation>Die zurückgehaltenen Beispiele ansehen, mit denen nie trainiert wird</translation>
    </message>
    <message>
        <source>Predicted against true values, a point for every sample</source>
        <translation>Vorhergesagte gegen wahre Werte, ein Punkt für jedes Beispiel</translation>
    </message>
    <message>
        <source>How many samples of each class are taken for which class</source>
        <translation>Wie viele Beispiele jeder Klasse für welche Klasse gehalten werden</translation>
    </message>
    <message>
        <source>predictions</source>
        <translation>Vorhersagen</translation>
    </message>
</context>
<context>
    <name>EvaluationPanel</name>
    <message>
        <source>Evaluation</source>
        <translation>Auswertung</translation>
    </message>
    <message>
        <source>Being computed…</source>
        <translation>Wird berechnet…</translation>
    </message>
    <message>
        <source>There is no test set: no part of this data was held back.</source>
        <translation>Es gibt keine Testdaten: Kein Teil dieser Daten wurde zurückgehalten.</translation>
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
        <source>Being computed…</source>
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
        <source>{name} at step {step}: loss {loss}, {accuracy} right</source>
        <translation>{name} in Schritt {step}: Verlust {loss}, {accuracy} richtig</translation>
    </message>
</context>
<context>
    <name>EvaluationTime</name>
    <message>
        <source>Accuracy and mean loss along the steps</source>
        <translation>Genauigkeit und mittlerer Verlust im Verlauf der Schritte</translation>
    </message>
    <message>
        <source>Mean of the loss ‖f − y‖² over all samples of the training and the test set (lines, left axis), and the share classified rightly (dashed, right axis), at the steps where both were looked at. Click: go to that step. Wheel or drag: zoom. Shift and drag: move along. Double click: whole run. Right click: copy.</source>
        <translation>Mittel des Verlusts ‖f − y‖² über alle Beispiele der Trainings- und der Testdaten (Linien, linke Achse) und der richtig klassifizierte Anteil (gestrichelt, rechte Achse) in den Schritten, in denen beide ausgewertet wurden. Klick: zu diesem Schritt. Mausrad oder Ziehen: zoomen. Umschalt und Ziehen: verschieben. Doppelklick: ganzer Lauf. Rechtsklick: kopieren.</translation>
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
    <name>FileActions</name>
    <message>
        <source>Open data…</source>
        <translation>Daten öffnen…</translation>
    </message>
    <message>
        <source>Open a table (CSV, TSV), or an IDX, NPZ or NPY file.</source>
        <translation>Eine Tabelle (CSV, TSV) oder eine IDX-, NPZ- oder NPY-Datei öffnen.</translation>
    </message>
    <message>
        <source>Open folder of pictures…</source>
        <translation>Bilderordner öffnen…</translation>
    </message>
    <message>
        <source>Open a folder with a subfolder of pictures (PNG, JPEG) for each class.</source>
        <translation>Einen Ordner öffnen, der für jede Klasse einen Unterordner mit Bildern (PNG, JPEG) hat.</translation>
    </message>
    <message>
        <source>Recent data</source>
        <translation>Zuletzt geöffnete Daten</translation>
    </message>
    <message>
        <source>Import options of this data…</source>
        <translation>Importoptionen dieser Daten…</translation>
    </message>
    <message>
        <source>Choose again how the file at hand is read; opening it begins a new run.</source>
        <translation>Neu wählen, wie die aktuelle Datei gelesen wird; das Öffnen beginnt einen neuen Lauf.</translation>
    </message>
    <message>
        <source>Load this data again</source>
        <translation>Diese Daten neu laden</translation>
    </message>
    <message>
        <source>Read the data again, as its file may have changed, and begin a new run.</source>
        <translation>Die Daten noch einmal lesen, weil sich ihre Datei geändert haben kann, und einen neuen Lauf beginnen.</translation>
    </message>
    <message>
        <source>Open data</source>
        <translation>Daten öffnen</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Alle Dateien</translation>
    </message>
    <message>
        <source>Open folder of pictures</source>
        <translation>Bilderordner öffnen</translation>
    </message>
</context>
<context>
    <name>FileDrop</name>
    <message>
        <source>Drop “{name}” to open it</source>
        <translation>„{name}“ hier ablegen, um es zu öffnen</translation>
    </message>
    <message>
        <source>{n} things were dropped at once; one file, or one folder of pictures, would be right.</source>
        <translation>{n} Dinge wurden auf einmal abgelegt; richtig wäre eine Datei oder ein Bilderordner.</translation>
    </message>
    <message>
        <source>{address} is not on this machine; a file saved here would be right.</source>
        <translation>{address} liegt nicht auf dieser Maschine; richtig wäre eine hier gespeicherte Datei.</translation>
    </message>
</context>
<context>
    <name>FormatForm</name>
    <message>
        <source>How the text is written</source>
        <translation>Wie der Text geschrieben ist</translation>
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
        <source>What stands between two cells of a row.</source>
        <translation>Was zwischen zwei Zellen einer Zeile steht.</translation>
    </message>
    <message>
        <source>What stands before the fraction of a number.</source>
        <translation>Was vor den Nachkommastellen einer Zahl steht.</translation>
    </message>
    <message>
        <source>Which letters the bytes of the file stand for.</source>
        <translation>Für welche Buchstaben die Bytes der Datei stehen.</translation>
    </message>
    <message>
        <source>Whether the first row holds the names of the columns, or is a sample already.</source>
        <translation>Ob die erste Zeile die Namen der Spalten enthält oder schon ein Beispiel ist.</translation>
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
        <source>as found</source>
        <translation>wie gefunden</translation>
    </message>
    <message>
        <source>found: {what}</source>
        <translation>gefunden: {what}</translation>
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
        <source>What was computed last</source>
        <translation>Was zuletzt berechnet wurde</translation>
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
        <source>The step to go to: a whole number such as 60 000 or 6e4, then Return. Beyond the last step the run trains on to there.</source>
        <translation>Der Schritt, zu dem es geht: eine ganze Zahl wie 60 000 oder 6e4, dann Eingabetaste. Jenseits des letzten Schritts trainiert der Lauf bis dorthin weiter.</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>Los</translation>
    </message>
    <message>
        <source>Go to the step on the left.</source>
        <translation>Zu dem Schritt gehen, der links steht.</translation>
    </message>
    <message>
        <source>How many steps or epochs to run</source>
        <translation>Wie viele Schritte oder Epochen gelaufen werden</translation>
    </message>
    <message>
        <source>How many steps or epochs to train before the run pauses again.</source>
        <translation>Wie viele Schritte oder Epochen trainiert werden, bevor der Lauf wieder pausiert.</translation>
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
        <source>Train so many from here, then pause.</source>
        <translation>Von hier aus so viele trainieren, dann pausieren.</translation>
    </message>
    <message>
        <source>{n} epochs are more steps than can be counted; at most {most}.</source>
        <translation>{n} Epochen sind mehr Schritte, als sich zählen lassen; höchstens {most}.</translation>
    </message>
</context>
<context>
    <name>GradientCheck</name>
    <message>
        <source>Agrees only to {error}: look at the error against the step size.</source>
        <translation>Stimmt nur auf {error} überein: den Fehler gegen die Schrittweite ansehen.</translation>
    </message>
    <message>
        <source>Agrees to {error}.</source>
        <translation>Stimmt auf {error} überein.</translation>
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
        <source>Of the other rule.</source>
        <translation>Von der anderen Regel.</translation>
    </message>
    <message>
        <source>Old: the run is at step {step} now.</source>
        <translation>Alt: Der Lauf ist jetzt in Schritt {step}.</translation>
    </message>
    <message>
        <source>Old: the weights or the pair are others now.</source>
        <translation>Alt: Gewichte oder Paar sind jetzt andere.</translation>
    </message>
    <message>
        <source>Relative error up to {error} at this step size, but others agree.</source>
        <translation>Relativer Fehler bis {error} bei dieser Schrittweite, aber andere stimmen überein.</translation>
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
        <source>h is 0: no hidden unit passes anything on.</source>
        <translation>h ist 0: Keine verborgene Einheit gibt etwas weiter.</translation>
    </message>
    <message>
        <source>{checked} of {total} weights were compared: those of the row that was selected, if one was, and random ones.</source>
        <translation>{checked} von {total} Gewichten wurden verglichen: die der Zeile, die ausgewählt war, falls eine es war, und zufällige.</translation>
    </message>
    <message>
        <source>largest {error}</source>
        <translation>größter {error}</translation>
    </message>
    <message>
        <source>own pair: {title}</source>
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
        <source>{n} at a kink of ReLU: the loss bends between the two evaluations, so their difference is no slope, and no error.</source>
        <translation>{n} an einem Knick von ReLU: Der Verlust knickt zwischen den beiden Auswertungen, also ist ihre Differenz keine Steigung und kein Fehler.</translation>
    </message>
    <message>
        <source>{n} too flat to judge: moving the weight changes the loss by hardly more than rounding, as behind saturated units.</source>
        <translation>{n} zu flach, um zu urteilen: Das Gewicht zu bewegen ändert den Verlust kaum mehr als das Runden, wie hinter gesättigten Einheiten.</translation>
    </message>
    <message>
        <source>{n} weights</source>
        <translation>{n} Gewichte</translation>
    </message>
    <message>
        <source>δ2 is 0: each output is exactly right, saturated, or a ReLU that is off.</source>
        <translation>δ2 ist 0: Jede Ausgabe ist genau richtig, gesättigt oder ein ReLU, das aus ist.</translation>
    </message>
</context>
<context>
    <name>GradientCheckPanel</name>
    <message>
        <source>Gradient check</source>
        <translation>Gradientenprüfung</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfung</translation>
    </message>
</context>
<context>
    <name>GradientSamples</name>
    <message>
        <source>Gradient magnitude of every sample</source>
        <translation>Gradientenbetrag jedes Beispiels</translation>
    </message>
    <message>
        <source>The Frobenius norm of the gradient of every training sample, all with the weights of the step named above. A sample near the bottom hardly changes the network any more. Click: look at that sample. Ringed: the sample that you look at, and, while the run stands, the one that the next step draws. Right click: train on the sample next, or copy.</source>
        <translation>Die Frobeniusnorm des Gradienten jedes Trainingsbeispiels, alle mit den Gewichten des oben genannten Schritts. Ein Beispiel am unteren Rand ändert das Netz kaum noch. Klick: dieses Beispiel ansehen. Mit Ring: das angesehene Beispiel und, solange der Lauf steht, das, das der nächste Schritt zieht. Rechtsklick: als Nächstes mit dem Beispiel trainieren, oder kopieren.</translation>
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
        <source>How the samples stand from left to right: class by class, by magnitude, or in the order of the data set.</source>
        <translation>Wie die Beispiele von links nach rechts stehen: Klasse für Klasse, nach Betrag oder in der Reihenfolge des Datensatzes.</translation>
    </message>
    <message>
        <source>by class and size</source>
        <translation>nach Klasse und Betrag</translation>
    </message>
    <message>
        <source>by class</source>
        <translation>nach Klasse</translation>
    </message>
    <message>
        <source>by size</source>
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
        <source>Logarithmic magnitude axis; a gradient of 0 stands at the bottom edge.</source>
        <translation>Logarithmische Betragsachse; ein Gradient von 0 steht am unteren Rand.</translation>
    </message>
    <message>
        <source>Being computed…</source>
        <translation>Wird berechnet…</translation>
    </message>
    <message>
        <source>being computed…</source>
        <translation>wird berechnet…</translation>
    </message>
    <message>
        <source>computed at step {step}</source>
        <translation>berechnet in Schritt {step}</translation>
    </message>
    <message>
        <source>{n} not finite, at the top edge</source>
        <translation>{n} nicht endlich, am oberen Rand</translation>
    </message>
    <message>
        <source>{n} are 0, at the bottom edge</source>
        <translation>{n} sind 0, am unteren Rand</translation>
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
        <source>right</source>
        <translation>richtig</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>falsche</translation>
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
        <source>The Frobenius norms of ∂W₁ and ∂W₂ of the pair that each step drew: the band reaches from the least to the greatest, the line is the moving average. Click: go to that step. Wheel or drag: zoom. Shift and drag: move along. Double click: whole run. Right click: copy.</source>
        <translation>Die Frobeniusnormen von ∂W₁ und ∂W₂ des Paars, das jeder Schritt gezogen hat: Das Band reicht vom kleinsten bis zum größten Wert, die Linie ist das gleitende Mittel. Klick: zu diesem Schritt. Mausrad oder Ziehen: zoomen. Umschalt und Ziehen: verschieben. Doppelklick: ganzer Lauf. Rechtsklick: kopieren.</translation>
    </message>
    <message>
        <source>log ‖∂W‖</source>
        <translation>log ‖∂W‖</translation>
    </message>
    <message>
        <source>Logarithmic magnitude axis; a gradient of 0 stands at the bottom edge.</source>
        <translation>Logarithmische Betragsachse; ein Gradient von 0 steht am unteren Rand.</translation>
    </message>
    <message>
        <source>mean of {steps} steps</source>
        <translation>Mittel von {steps} Schritten</translation>
    </message>
    <message>
        <source>every step</source>
        <translation>jeder Schritt</translation>
    </message>
</context>
<context>
    <name>GradientTimePlot</name>
    <message>
        <source>No step has been made yet.</source>
        <translation>Noch ist kein Schritt getan.</translation>
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
        <translation>alle Beispiele</translation>
    </message>
    <message>
        <source>The gradient magnitude of every training sample, with the weights of one step.</source>
        <translation>Der Gradientenbetrag jedes Trainingsbeispiels, mit den Gewichten eines Schritts.</translation>
    </message>
    <message>
        <source>along time</source>
        <translation>im Verlauf</translation>
    </message>
    <message>
        <source>The gradient magnitude of the pair that each step drew.</source>
        <translation>Der Gradientenbetrag des Paars, das jeder Schritt gezogen hat.</translation>
    </message>
    <message>
        <source>both</source>
        <translation>beide</translation>
    </message>
    <message>
        <source>Both plots, side by side.</source>
        <translation>Beide Diagramme, nebeneinander.</translation>
    </message>
    <message>
        <source>Gradient magnitudes</source>
        <translation>Gradientenbeträge</translation>
    </message>
</context>
<context>
    <name>GraphPanel</name>
    <message>
        <source>Units and connections of the network. Click a connection to select its weight, a unit to keep its values on view.</source>
        <translation>Einheiten und Verbindungen des Netzes. Klick auf eine Verbindung wählt ihr Gewicht aus, Klick auf eine Einheit lässt ihre Werte sichtbar.</translation>
    </message>
    <message>
        <source>The network of this step. A line is a weight: its colour is its sign, its width its size, dashed where it is negative. What the step computes next stands out; on the way back, marks carry the errors δ from the outputs through W₂ and W₁. Click a line to select its weight, a unit to keep its values on view. With the keyboard: arrows walk through units and lines, Enter does what a click does.</source>
        <translation>Das Netz dieses Schritts. Eine Linie ist ein Gewicht: Ihre Farbe ist sein Vorzeichen, ihre Breite sein Betrag, gestrichelt, wo es negativ ist. Was der Schritt als Nächstes berechnet, tritt hervor; auf dem Rückweg tragen Marken die Fehler δ von den Ausgaben durch W₂ und W₁. Klick auf eine Linie wählt ihr Gewicht aus, Klick auf eine Einheit lässt ihre Werte sichtbar. Mit der Tastatur: Die Pfeiltasten gehen durch Einheiten und Linien, die Eingabetaste tut, was ein Klick tut.</translation>
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
        <source>Point at a unit or a connection to read it, click to keep it.</source>
        <translation>Auf eine Einheit oder eine Verbindung zeigen: ablesen, Klick: festhalten.</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>{n} + {l} + {d} units are too many to draw; the graph shows networks with n + l + d ≤ {most}, such as Iris with l = 8 (4 + 8 + 3) or XOR with l = 8 (3 + 8 + 1).</source>
        <translation>{n} + {l} + {d} Einheiten sind zu viele zum Zeichnen; der Graph zeigt Netze mit n + l + d ≤ {most}, etwa Iris mit l = 8 (4 + 8 + 3) oder XOR mit l = 8 (3 + 8 + 1).</translation>
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
        <translation>Graph des Netzes</translation>
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
        <source>Fit colours to these values</source>
        <translation>Farben an diese Werte anpassen</translation>
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
        <source>Arrow keys scroll where there is more than fits.</source>
        <translation>Pfeiltasten rollen, wo mehr da ist, als Platz hat.</translation>
    </message>
    <message>
        <source>Free software under the MIT licence.</source>
        <translation>Freie Software unter der MIT-Lizenz.</translation>
    </message>
    <message>
        <source>It implements the system of this lecture note:</source>
        <translation>Verwirklicht ist das System dieses Vorlesungsskripts:</translation>
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
        <source>Space runs and pauses, → does one step, ← goes one back. Tab moves between the controls, and F1 explains the one that has the focus.</source>
        <translation>Die Leertaste lässt laufen und pausiert, → tut einen Schritt, ← geht einen zurück. Tab geht von Bedienelement zu Bedienelement, und F1 erklärt das, das den Fokus hat.</translation>
    </message>
    <message>
        <source>Space, arrows, + and − act where the focused control has no use for them; Esc leaves a control, so that they act again.</source>
        <translation>Leertaste, Pfeiltasten, + und − wirken, wo das Bedienelement mit dem Fokus sie nicht braucht; Esc verlässt ein Bedienelement, sodass sie wieder wirken.</translation>
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
        <source>, switched off</source>
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
        <source>Stops on this branch, the newest first</source>
        <translation>Halte auf diesem Zweig, die neuesten zuerst</translation>
    </message>
    <message>
        <source>Where breakpoints stopped the run; click or Return goes there.</source>
        <translation>Wo Haltepunkte den Lauf angehalten haben; Klick oder Eingabetaste geht dorthin.</translation>
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
        <translation>Vor der Aktualisierung von Schritt {step}: {condition}. Klick: hingehen.</translation>
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
        <source>Load the data like this and begin a new run; the run at hand stays in Branches.</source>
        <translation>Die Daten so laden und einen neuen Lauf beginnen; der jetzige Lauf bleibt unter Zweige.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Open nothing.</source>
        <translation>Nichts öffnen.</translation>
    </message>
    <message>
        <source>Reset to what was found</source>
        <translation>Auf Gefundenes zurücksetzen</translation>
    </message>
    <message>
        <source>Take every choice back: everything is as it was found by looking.</source>
        <translation>Jede Wahl zurücknehmen: Alles ist, wie es beim Ansehen gefunden wurde.</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Open data: {name}</source>
        <translation>Daten öffnen: {name}</translation>
    </message>
</context>
<context>
    <name>InputSliders</name>
    <message>
        <source>Take the sample at hand</source>
        <translation>Aktuelles Beispiel nehmen</translation>
    </message>
    <message>
        <source>Put in the inputs of the sample that the window shows, to alter them.</source>
        <translation>Die Eingaben des Beispiels einsetzen, das das Fenster zeigt, um sie zu verändern.</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Put in the mean of every input over the training part.</source>
        <translation>Das Mittel jeder Eingabe über die Trainingsdaten einsetzen.</translation>
    </message>
    <message>
        <source>{n} inputs are too many for sliders. Take the sample at hand, and see what the network says to it or train on it.</source>
        <translation>{n} Eingaben sind zu viele für Schieberegler. Das aktuelle Beispiel nehmen und sehen, was das Netz dazu sagt, oder damit trainieren.</translation>
    </message>
    <message>
        <source>1, always</source>
        <translation>immer 1</translation>
    </message>
    <message>
        <source>The constant input, which stands in for a bias: it is always 1.</source>
        <translation>Die konstante Eingabe, die einen Bias vertritt: Sie ist immer 1.</translation>
    </message>
    <message>
        <source>{name} as the network sees it; the data has values from {low} to {high}. {about}</source>
        <translation>{name}, wie das Netz es sieht; die Daten haben Werte von {low} bis {high}. {about}</translation>
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
        <source>The inputs x of the sample; point at a value for all its digits</source>
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
        <source>The language of the window, from the next start on.</source>
        <translation>Die Sprache des Fensters, ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>The language changes at the next start.</source>
        <translation>Die Sprache wechselt beim nächsten Start.</translation>
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
        <source>Everything that was reported since the program started.</source>
        <translation>Alles, was seit dem Start des Programms gemeldet wurde.</translation>
    </message>
    <message>
        <source>Nothing was reported.</source>
        <translation>Es wurde nichts gemeldet.</translation>
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
    <name>LossPanel</name>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
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
        <source>No step has been made yet.</source>
        <translation>Noch ist kein Schritt getan.</translation>
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
        <source>loss {low} … {high}, mean {mean}</source>
        <translation>Verlust {low} … {high}, Mittel {mean}</translation>
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
        <source>Switch to branch “{branch}”</source>
        <translation>Zum Zweig „{branch}“ wechseln</translation>
    </message>
</context>
<context>
    <name>LossView</name>
    <message>
        <source>Loss and accuracy along the steps</source>
        <translation>Verlust und Genauigkeit im Verlauf der Schritte</translation>
    </message>
    <message>
        <source>The loss ‖f − y‖² of every step: the band reaches from the least to the greatest value, the line is its moving average. Points: mean loss of the training and the test set; dashed, on the right: the share classified rightly. Thin lines: the moving averages of the other branches. Click: go to that step. Alt and click on a thin line: switch to that branch. Wheel or drag: zoom. Shift and drag: move along. Double click: whole run. Right click: copy.</source>
        <translation>Der Verlust ‖f − y‖² jedes Schritts: Das Band reicht vom kleinsten bis zum größten Wert, die Linie ist sein gleitendes Mittel. Punkte: mittlerer Verlust auf Trainings- und Testdaten; gestrichelt, rechts: der richtig klassifizierte Anteil. Dünne Linien: die gleitenden Mittel der anderen Zweige. Klick: zu diesem Schritt. Alt und Klick auf eine dünne Linie: zu diesem Zweig wechseln. Mausrad oder Ziehen: zoomen. Umschalt und Ziehen: verschieben. Doppelklick: ganzer Lauf. Rechtsklick: kopieren.</translation>
    </message>
    <message>
        <source>log loss</source>
        <translation>log Verlust</translation>
    </message>
    <message>
        <source>Logarithmic loss axis: equal ratios get equal room. A loss of 0 stands at the bottom edge.</source>
        <translation>Logarithmische Verlustachse: Gleiche Verhältnisse bekommen gleich viel Platz. Ein Verlust von 0 steht am unteren Rand.</translation>
    </message>
    <message>
        <source>branches</source>
        <translation>Zweige</translation>
    </message>
    <message>
        <source>The loss of the other branches of this run, each from its fork on: thin lines, averaged over as many steps as that of this branch.</source>
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
        <source>branches:</source>
        <translation>Zweige:</translation>
    </message>
    <message>
        <source>+ {n} more</source>
        <translation>+ {n} weitere</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
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
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>{data} · l = {l} · bpviz</source>
        <translation>{data} · l = {l} · bpviz</translation>
    </message>
    <message>
        <source>Starting: {data}, {shape}</source>
        <translation>Beginnt: {data}, {shape}</translation>
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
        <source>Take back the last step; inside a step, what it has computed so far.</source>
        <translation>Den letzten Schritt zurücknehmen; innerhalb eines Schritts das, was er bisher berechnet hat.</translation>
    </message>
    <message>
        <source>Phase back</source>
        <translation>Phase zurück</translation>
    </message>
    <message>
        <source>Take back the phase at hand as far as it is done, or the one before it.</source>
        <translation>Die laufende Phase zurücknehmen, soweit sie getan ist, oder die davor.</translation>
    </message>
    <message>
        <source>Row back</source>
        <translation>Zeile zurück</translation>
    </message>
    <message>
        <source>Take back the row computed last.</source>
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
        <source>Complete the phase at hand: draw the pair, z1, h, z2, f, the loss, ∂W₂, ∂W₁, the update.</source>
        <translation>Die laufende Phase zu Ende führen: das Paar ziehen, z1, h, z2, f, den Verlust, ∂W₂, ∂W₁, die Aktualisierung.</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Make one step: one pair, one update.</source>
        <translation>Einen Schritt tun: ein Paar, eine Aktualisierung.</translation>
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
        <source>Go to the last step that the run has ever done.</source>
        <translation>Zum letzten Schritt gehen, den der Lauf je getan hat.</translation>
    </message>
</context>
<context>
    <name>NumberLines</name>
    <message>
        <source>Point at a number to read all its digits</source>
        <translation>Auf eine Zahl zeigen, um alle ihre Stellen zu lesen</translation>
    </message>
    <message>
        <source>The formula with its numbers. Point at a number, or go there with the arrow keys, to read all its digits and to see where it lives.</source>
        <translation>Die Formel mit ihren Zahlen. Auf eine Zahl zeigen oder mit den Pfeiltasten zu ihr gehen, um alle ihre Stellen zu lesen und zu sehen, wo sie steht.</translation>
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
        <source>as the network sees them: f = {f}, y = {y}</source>
        <translation>wie das Netz sie sieht: f = {f}, y = {y}</translation>
    </message>
</context>
<context>
    <name>PairView</name>
    <message>
        <source>and a constant 1</source>
        <translation>und eine konstante 1</translation>
    </message>
    <message>
        <source>f in own units</source>
        <translation>f in eigener Maßeinheit</translation>
    </message>
    <message>
        <source>y in own units</source>
        <translation>y in eigener Maßeinheit</translation>
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
        <source>The phases of a step in their order. ✓ is done, ▸ comes next; the bar below one says that its formula is shown.</source>
        <translation>Die Phasen eines Schritts in ihrer Reihenfolge. ✓ ist erledigt, ▸ kommt als Nächstes; der Balken darunter sagt, dass ihre Formel gezeigt wird.</translation>
    </message>
    <message>
        <source>Draw the pair (x, y)</source>
        <translation>Das Paar (x, y) ziehen</translation>
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
        <source>still to come</source>
        <translation>steht noch aus</translation>
    </message>
    <message>
        <source>row {row} of {rows}, the first is row 0</source>
        <translation>Zeile {row} von {rows}, die erste ist Zeile 0</translation>
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
        <source>The drawing as the network sees it, after its preparation: one square an input.</source>
        <translation>Die Zeichnung, wie das Netz sie sieht, nach ihrer Aufbereitung: ein Quadrat je Eingabe.</translation>
    </message>
    <message>
        <source>It sees</source>
        <translation>Es sieht</translation>
    </message>
    <message>
        <source>Prepare as the data</source>
        <translation>Wie die Daten aufbereiten</translation>
    </message>
    <message>
        <source>Prepare the drawing as the digits of the data were: upright, 20 wide and 32 high in a bitmap of 32 × 32 dots, of which every 4 × 4 are counted. Off: the whole canvas is what the network sees.</source>
        <translation>Die Zeichnung aufbereiten, wie es mit den Ziffern der Daten geschah: aufrecht, 20 breit und 32 hoch in einer Bitmap von 32 × 32 Punkten, von denen je 4 × 4 gezählt werden. Aus: Das Netz sieht die ganze Zeichenfläche.</translation>
    </message>
    <message>
        <source>Prepare as MNIST</source>
        <translation>Wie MNIST aufbereiten</translation>
    </message>
    <message>
        <source>Prepare the drawing as MNIST&apos;s digits were: scaled to fit a box of 20 × 20 of 28 × 28 pixels, its centre of mass moved to the middle. Off: the whole canvas is what the network sees.</source>
        <translation>Die Zeichnung aufbereiten, wie es mit den Ziffern von MNIST geschah: in ein Kästchen von 20 × 20 der 28 × 28 Pixel skaliert, der Schwerpunkt in die Mitte geschoben. Aus: Das Netz sieht die ganze Zeichenfläche.</translation>
    </message>
    <message>
        <source>and a constant 1</source>
        <translation>und eine konstante 1</translation>
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
    <name>Placeholder</name>
    <message>
        <source>Loading data set…</source>
        <translation>Datensatz wird geladen…</translation>
    </message>
</context>
<context>
    <name>PointQueries</name>
    <message>
        <source>click: try this point</source>
        <translation>Klick: diesen Punkt ausprobieren</translation>
    </message>
    <message>
        <source>Train on this sample next</source>
        <translation>Als Nächstes mit diesem Beispiel trainieren</translation>
    </message>
</context>
<context>
    <name>PositionSlider</name>
    <message>
        <source>step {step} · epoch {epoch}</source>
        <translation>Schritt {step} · Epoche {epoch}</translation>
    </message>
</context>
<context>
    <name>Prediction</name>
    <message>
        <source>It says</source>
        <translation>Es sagt</translation>
    </message>
    <message>
        <source>What the network says</source>
        <translation>Was das Netz sagt</translation>
    </message>
    <message>
        <source>The class with the largest output (with one output: the second one from the middle of its two targets upwards); of a regression, f in the targets&apos; own units.</source>
        <translation>Die Klasse mit der größten Ausgabe (bei einer Ausgabe: die zweite ab der Mitte ihrer beiden Zielwerte); bei einer Regression f in der Maßeinheit der Zielwerte.</translation>
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
        <source>Hidden units that are switched off, so that one sees what the rest say.</source>
        <translation>Ausgeschaltete verborgene Einheiten, damit zu sehen ist, was die übrigen sagen.</translation>
    </message>
</context>
<context>
    <name>ProblemBox</name>
    <message>
        <source>Why it cannot be opened</source>
        <translation>Warum es sich nicht öffnen lässt</translation>
    </message>
    <message>
        <source>Leave out these columns</source>
        <translation>Diese Spalten weglassen</translation>
    </message>
    <message>
        <source>Do not use the columns of text that cannot be inputs.</source>
        <translation>Die Textspalten nicht verwenden, die keine Eingaben sein können.</translation>
    </message>
    <message>
        <source>Leave out such rows</source>
        <translation>Solche Zeilen weglassen</translation>
    </message>
    <message>
        <source>Do not use the rows in which something is missing.</source>
        <translation>Die Zeilen nicht verwenden, in denen etwas fehlt.</translation>
    </message>
</context>
<context>
    <name>ReadoutLine</name>
    <message>
        <source>Show all</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>Undo the zoom, so that all entries are in sight</source>
        <translation>Den Zoom aufheben, sodass alle Einträge in Sicht sind</translation>
    </message>
</context>
<context>
    <name>RegressionView</name>
    <message>
        <source>Predicted against true values</source>
        <translation>Vorhergesagte gegen wahre Werte</translation>
    </message>
    <message>
        <source>Every sample by its true value (across) and by what the network says (upwards), in the target&apos;s own unit. On the dashed line lies what is predicted exactly. Click: look at that sample. Right click: copy.</source>
        <translation>Jedes Beispiel nach seinem wahren Wert (waagerecht) und nach dem, was das Netz sagt (senkrecht), in der Maßeinheit des Zielwerts. Auf der gestrichelten Linie liegt, was genau vorhergesagt ist. Klick: dieses Beispiel ansehen. Rechtsklick: kopieren.</translation>
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
        <source>R²: 1 − Σ(predicted − true)² / Σ(true − mean)², the share of the targets&apos; variance that the network explains; 1 is perfect, 0 as good as their mean. RMSE: the root of the mean of (predicted − true)², in the target&apos;s own unit.</source>
        <translation>R²: 1 − Σ(vorhergesagt − wahr)² / Σ(wahr − Mittel)², der Anteil der Varianz der Zielwerte, den das Netz erklärt; 1 ist vollkommen, 0 so gut wie ihr Mittel. RMSE: die Wurzel aus dem Mittel von (vorhergesagt − wahr)², in der Maßeinheit des Zielwerts.</translation>
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
        <source>Target y: what the network is to answer. Other targets become inputs; select several columns to have several targets.</source>
        <translation>Zielwert y: was das Netz antworten soll. Andere Zielspalten werden zu Eingaben; für mehrere Zielwerte mehrere Spalten auswählen.</translation>
    </message>
    <message>
        <source>Input x: what the network is told. Text becomes an input for each of its kinds.</source>
        <translation>Eingabe x: was dem Netz gesagt wird. Text wird zu einer Eingabe für jede seiner Arten.</translation>
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
        <source>The gradients of one pair, and the curves.</source>
        <translation>Die Gradienten eines Paars und die Kurven.</translation>
    </message>
    <message>
        <source>this pair</source>
        <translation>dieses Paar</translation>
    </message>
    <message>
        <source>The gradients of one pair.</source>
        <translation>Die Gradienten eines Paars.</translation>
    </message>
    <message>
        <source>along the run</source>
        <translation>im Verlauf</translation>
    </message>
    <message>
        <source>The curves along the steps.</source>
        <translation>Die Kurven im Verlauf der Schritte.</translation>
    </message>
    <message>
        <source>Compare the gradients of W₁, in which the slip is.</source>
        <translation>Die Gradienten von W₁ vergleichen, in denen der Fehler steckt.</translation>
    </message>
    <message>
        <source>Compare the gradients of W₂, where both rules agree.</source>
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
        <source>Draw a row for each hidden unit</source>
        <translation>Eine Zeile für jede verborgene Einheit zeichnen</translation>
    </message>
    <message>
        <source>gap</source>
        <translation>Abstand</translation>
    </message>
    <message>
        <source>Show a fourth picture: the printed gradient minus the exact one.</source>
        <translation>Ein viertes Bild zeigen: der gedruckte Gradient minus der exakte.</translation>
    </message>
    <message>
        <source>The pair whose gradients are compared: the one that was selected, else that of the step at hand.</source>
        <translation>Das Paar, dessen Gradienten verglichen werden: das ausgewählte, sonst das des laufenden Schritts.</translation>
    </message>
    <message>
        <source>What the colours stand for, the same in all pictures. The scale grows at once and shrinks slowly.</source>
        <translation>Wofür die Farben stehen, in allen Bildern gleich. Die Skala wächst sofort und schrumpft langsam.</translation>
    </message>
</context>
<context>
    <name>RuleHeatmaps</name>
    <message>
        <source>output j</source>
        <translation>Ausgabe j</translation>
    </message>
    <message>
        <source>hidden unit k</source>
        <translation>verborgene Einheit k</translation>
    </message>
    <message>
        <source>one tile per hidden unit k</source>
        <translation>eine Kachel je verborgener Einheit k</translation>
    </message>
    <message>
        <source>hidden unit k; the first {rows} of {all}</source>
        <translation>verborgene Einheit k; die ersten {rows} von {all}</translation>
    </message>
    <message>
        <source>one tile per hidden unit k; the first {rows} of {all}</source>
        <translation>eine Kachel je verborgener Einheit k; die ersten {rows} von {all}</translation>
    </message>
    <message>
        <source>one tile per hidden unit k; at its foot the constant input</source>
        <translation>eine Kachel je verborgener Einheit k; an ihrem Fuß die konstante Eingabe</translation>
    </message>
    <message>
        <source>input i</source>
        <translation>Eingabe i</translation>
    </message>
</context>
<context>
    <name>RulePanel</name>
    <message>
        <source>The rule on trial</source>
        <translation>Regel im Test</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>{pair} at step {step}</source>
        <translation>{pair} in Schritt {step}</translation>
    </message>
    <message>
        <source>Point at a weight to read its gradient in all three, click to select it.</source>
        <translation>Auf ein Gewicht zeigen: seinen Gradienten in allen dreien ablesen, Klick: auswählen.</translation>
    </message>
</context>
<context>
    <name>RuleWords</name>
    <message>
        <source>(E(w + s) − E(w − s)) / 2s for each weight w by itself, from the loss alone: no formula for a gradient is used. Taken while the run stands.</source>
        <translation>(E(w + s) − E(w − s)) / 2s für jedes Gewicht w einzeln, allein aus dem Verlust: Keine Formel für einen Gradienten wird benutzt. Berechnet, während der Lauf steht.</translation>
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
        <source>Error sent back: exact {low}, as printed {same}.</source>
        <translation>Zurückgegebener Fehler: exakt {low}, wie gedruckt {same}.</translation>
    </message>
    <message>
        <source>Error that reaches hidden unit k: exact {low} … {high}, by column k of W₂; as printed {same} for every k.</source>
        <translation>Fehler, der die verborgene Einheit k erreicht: exakt {low} … {high}, nach Spalte k von W₂; wie gedruckt {same} für jedes k.</translation>
    </message>
    <message>
        <source>Error that reaches hidden unit k: exact {low} … {high}; as printed {same} for every k.</source>
        <translation>Fehler, der Einheit k erreicht: exakt {low} … {high}; wie gedruckt {same} für jedes k.</translation>
    </message>
    <message>
        <source>Error that reaches the hidden units: exact {low}, as printed {same}.</source>
        <translation>Fehler, der die verborgenen Einheiten erreicht: exakt {low}, wie gedruckt {same}.</translation>
    </message>
    <message>
        <source>Here the printed ∂W₁ points the same way as the exact one: cosine {cosine}</source>
        <translation>Hier zeigt das gedruckte ∂W₁ in dieselbe Richtung wie das exakte: Kosinus {cosine}</translation>
    </message>
    <message>
        <source>Same way: cosine {cosine}</source>
        <translation>Gleiche Richtung: Kosinus {cosine}</translation>
    </message>
    <message>
        <source>Sent back: {low} … {high}; printed {same} to all.</source>
        <translation>Zurück: {low} … {high}; gedruckt {same} an alle.</translation>
    </message>
    <message>
        <source>Sent back: {low}; printed {same}.</source>
        <translation>Zurück: {low}; gedruckt {same}.</translation>
    </message>
    <message>
        <source>Sent: {low2} … {high2}; printed {same2}</source>
        <translation>Zurück: {low2} … {high2}; gedruckt {same2}</translation>
    </message>
    <message>
        <source>The exact ∂W₁ is 0 at this pair, the printed one is not.</source>
        <translation>Das exakte ∂W₁ ist bei diesem Paar 0, das gedruckte nicht.</translation>
    </message>
    <message>
        <source>The finite differences are 0: the loss moves by less than rounding.</source>
        <translation>Die finiten Differenzen sind 0: Der Verlust bewegt sich weniger, als gerundet wird.</translation>
    </message>
    <message>
        <source>The finite differences are being taken: {done} of ∂W₁.</source>
        <translation>Die finiten Differenzen werden berechnet: {done} von ∂W₁.</translation>
    </message>
    <message>
        <source>The finite differences are being taken…</source>
        <translation>Die finiten Differenzen werden berechnet…</translation>
    </message>
    <message>
        <source>The finite differences are taken as soon as the run stands.</source>
        <translation>Die finiten Differenzen werden berechnet, sobald der Lauf steht.</translation>
    </message>
    <message>
        <source>The printed gradient minus the exact one: what is wrong with it.</source>
        <translation>Der gedruckte Gradient minus der exakte: was an ihm falsch ist.</translation>
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
        <source>The same way: cosine {cosine}</source>
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
        <translation>Bergauf, {angle}: Kosinus {cosine}</translation>
    </message>
    <message>
        <source>What arrives at hidden unit k before it is multiplied by σ₁′(z1ₖ): exactly Σⱼ δ2ⱼ W₂ⱼₖ, with column k of W₂; as printed Σⱼ δ2ⱼ, with ones. Nothing else in the two rules differs.</source>
        <translation>Was bei der verborgenen Einheit k ankommt, bevor es mit σ₁′(z1ₖ) malgenommen wird: exakt Σⱼ δ2ⱼ W₂ⱼₖ, mit Spalte k von W₂; wie gedruckt Σⱼ δ2ⱼ, mit Einsen. Sonst unterscheidet die beiden Regeln nichts.</translation>
    </message>
    <message>
        <source>With one output the slip is a missing factor: row k as printed is the exact one divided by W₂[0, k]. Where all of W₂ is above 0 it leads downhill all the same.</source>
        <translation>Bei einer Ausgabe ist der Fehler ein fehlender Faktor: Die gedruckte Zeile k ist die exakte geteilt durch W₂[0, k]. Wo ganz W₂ über 0 liegt, führt sie trotzdem bergab.</translation>
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
        <source>gap</source>
        <translation>Abstand</translation>
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
        <translation>{angle}: Kosinus {cosine}</translation>
    </message>
    <message>
        <source>{low} … {high}; printed {same}</source>
        <translation>{low} … {high}; gedruckt {same}</translation>
    </message>
    <message>
        <source>∂W₁ = δ1 xᵀ with δ1ₖ = (Σⱼ δ2ⱼ W₂ⱼₖ) σ₁′(z1ₖ): the chain rule, with column k of W₂. ∂W₂ = δ2 hᵀ.</source>
        <translation>∂W₁ = δ1 xᵀ mit δ1ₖ = (Σⱼ δ2ⱼ W₂ⱼₖ) σ₁′(z1ₖ): die Kettenregel, mit Spalte k von W₂. ∂W₂ = δ2 hᵀ.</translation>
    </message>
    <message>
        <source>∂W₁ as the note prints it: δ1ₖ = (Σⱼ δ2ⱼ) σ₁′(z1ₖ). A vector of ones stands where column k of W₂ belongs, so every hidden unit gets the same error. ∂W₂ is as in the exact rule.</source>
        <translation>∂W₁, wie das Skript es druckt: δ1ₖ = (Σⱼ δ2ⱼ) σ₁′(z1ₖ). Ein Vektor aus Einsen steht, wo Spalte k von W₂ hingehört, also bekommt jede verborgene Einheit denselben Fehler. ∂W₂ ist wie bei der exakten Regel.</translation>
    </message>
    <message>
        <source>∂W₂ is the same by both rules.</source>
        <translation>∂W₂ ist nach beiden Regeln dasselbe.</translation>
    </message>
    <message>
        <source>∂W₂ is the same by both rules: the slip is in ∂W₁ alone.</source>
        <translation>∂W₂ ist nach beiden Regeln dasselbe: Der Fehler steckt allein in ∂W₁.</translation>
    </message>
</context>
<context>
    <name>RunActions</name>
    <message>
        <source>Run</source>
        <translation>Laufen lassen</translation>
    </message>
    <message>
        <source>Train without a stop, or pause after the current step.</source>
        <translation>Ohne Halt trainieren, oder nach dem laufenden Schritt pausieren.</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Train on the next pair, as many times as the step size says, then pause.</source>
        <translation>Mit dem nächsten Paar trainieren, so oft, wie die Schrittzahl sagt, dann pausieren.</translation>
    </message>
    <message>
        <source>Step back</source>
        <translation>Schritt zurück</translation>
    </message>
    <message>
        <source>Return to the exact weights before, by as many steps as the step size says.</source>
        <translation>Zurück zu genau den Gewichten davor, um so viele Schritte, wie die Schrittzahl sagt.</translation>
    </message>
    <message>
        <source>One epoch on</source>
        <translation>Eine Epoche weiter</translation>
    </message>
    <message>
        <source>Train on as many pairs as the data set has (one epoch, m steps), then pause.</source>
        <translation>Mit so vielen Paaren trainieren, wie der Datensatz hat (eine Epoche, m Schritte), dann pausieren.</translation>
    </message>
    <message>
        <source>One epoch back</source>
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
        <source>Cancel the move or the loading</source>
        <translation>Bewegung oder Laden abbrechen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Give up a long move through time, or the loading of a data set; the run stays as it was before.</source>
        <translation>Eine lange Bewegung durch die Zeit oder das Laden eines Datensatzes abbrechen; der Lauf bleibt, wie er vorher war.</translation>
    </message>
    <message>
        <source>Increase λ</source>
        <translation>λ erhöhen</translation>
    </message>
    <message>
        <source>Multiply the learning rate λ by about 1.26, one notch.</source>
        <translation>Die Lernrate λ mit etwa 1.26 multiplizieren, eine Raste.</translation>
    </message>
    <message>
        <source>Decrease λ</source>
        <translation>λ verringern</translation>
    </message>
    <message>
        <source>Divide the learning rate λ by about 1.26, one notch.</source>
        <translation>Die Lernrate λ durch etwa 1.26 teilen, eine Raste.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausieren</translation>
    </message>
</context>
<context>
    <name>SampleActions</name>
    <message>
        <source>Train on this next</source>
        <translation>Als Nächstes hiermit trainieren</translation>
    </message>
    <message>
        <source>Keep training on this</source>
        <translation>Weiter hiermit trainieren</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Auslassen</translation>
    </message>
    <message>
        <source>Break here</source>
        <translation>Hier anhalten</translation>
    </message>
    <message>
        <source>This sample</source>
        <translation>Dieses Beispiel</translation>
    </message>
    <message>
        <source>What to do with this sample</source>
        <translation>Was mit diesem Beispiel geschehen soll</translation>
    </message>
    <message>
        <source>Train on this sample next, keep to it, skip it, break at it</source>
        <translation>Als Nächstes mit diesem Beispiel trainieren, dabei bleiben, es auslassen, bei ihm anhalten</translation>
    </message>
    <message>
        <source>Let the step at hand train on this pair, in place of the one that was drawn. If its update has begun, the next step does.</source>
        <translation>Der laufende Schritt trainiert mit diesem Paar statt mit dem gezogenen. Hat seine Aktualisierung schon begonnen, tut es der nächste.</translation>
    </message>
    <message>
        <source>Let every step from here on train on this pair, until this is switched off; then pairs are drawn again.</source>
        <translation>Jeder Schritt ab hier trainiert mit diesem Paar, bis das ausgeschaltet wird; danach werden wieder Paare gezogen.</translation>
    </message>
    <message>
        <source>Leave out the pair of the step at hand; the next one drawn takes its place. Only while that pair is the one shown here.</source>
        <translation>Das Paar des laufenden Schritts auslassen; das nächste gezogene tritt an seine Stelle. Nur solange dieses Paar das hier gezeigte ist.</translation>
    </message>
    <message>
        <source>A breakpoint: stop the run at every step that trains on this pair, before its update.</source>
        <translation>Ein Haltepunkt: den Lauf in jedem Schritt anhalten, der mit diesem Paar trainiert, vor der Aktualisierung.</translation>
    </message>
    <message>
        <source>Let the step at hand train on a copy of this pair, in place of the one that was drawn. It is a test sample: the network then knows what the test asks.</source>
        <translation>Der laufende Schritt trainiert mit einer Kopie dieses Paars statt mit dem gezogenen. Es ist ein Testbeispiel: Das Netz kennt dann, wonach der Test fragt.</translation>
    </message>
    <message>
        <source>Not possible for a test sample: train on it next, and keep training on that pair.</source>
        <translation>Bei einem Testbeispiel nicht möglich: als Nächstes damit trainieren, und dann bei diesem Paar bleiben.</translation>
    </message>
    <message>
        <source>Not possible for a test sample: no step draws it.</source>
        <translation>Bei einem Testbeispiel nicht möglich: Kein Schritt zieht es.</translation>
    </message>
    <message>
        <source>Not possible: breakpoints stand at samples of the training set.</source>
        <translation>Nicht möglich: Haltepunkte stehen auf Beispielen der Trainingsdaten.</translation>
    </message>
    <message>
        <source>{name}: every step trains on it.</source>
        <translation>{name}: Jeder Schritt trainiert damit.</translation>
    </message>
    <message>
        <source>Chosen by hand: every step trains on this pair.</source>
        <translation>Von Hand gewählt: Jeder Schritt trainiert mit diesem Paar.</translation>
    </message>
    <message>
        <source>{name}, in place of the pair that was drawn.</source>
        <translation>{name}, statt des gezogenen Paars.</translation>
    </message>
    <message>
        <source>Chosen by hand, in place of the pair that was drawn.</source>
        <translation>Von Hand gewählt, statt des gezogenen Paars.</translation>
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
        <source>Show samples of the test set, which the run never trains on</source>
        <translation>Beispiele der Testdaten zeigen, mit denen der Lauf nie trainiert</translation>
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
        <source>Index of the sample shown here, counted from 0 in its part of the data; type one to see it. {nothing} stands for a pair that somebody made.</source>
        <translation>Index des hier gezeigten Beispiels, ab 0 gezählt in seinem Teil der Daten; einen eingeben, um es zu sehen. {nothing} steht für ein von Hand gemachtes Paar.</translation>
    </message>
    <message>
        <source>Follow the run</source>
        <translation>Dem Lauf folgen</translation>
    </message>
    <message>
        <source>Show the pair that the next step trains on, instead of one chosen here</source>
        <translation>Das Paar zeigen, mit dem der nächste Schritt trainiert, statt eines hier gewählten</translation>
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
        <source>Index of the sample, counted from 0. Click to sort by it.</source>
        <translation>Index des Beispiels, ab 0 gezählt. Klick sortiert danach.</translation>
    </message>
    <message>
        <source>Input {name}, as the network sees it</source>
        <translation>Eingabe {name}, wie das Netz sie sieht</translation>
    </message>
    <message>
        <source>Output minus target in its own unit. Click to sort by its magnitude.</source>
        <translation>Ausgabe minus Zielwert in eigener Maßeinheit. Klick sortiert nach dem Betrag.</translation>
    </message>
    <message>
        <source>The class with the largest output; ✗ where it is the wrong one</source>
        <translation>Die Klasse mit der größten Ausgabe; ✗, wo es die falsche ist</translation>
    </message>
    <message>
        <source>The true class</source>
        <translation>Die wahre Klasse</translation>
    </message>
    <message>
        <source>What the network answers, in the target&apos;s own unit</source>
        <translation>Was das Netz antwortet, in der Maßeinheit des Zielwerts</translation>
    </message>
    <message>
        <source>What the output should be, in its own unit</source>
        <translation>Was die Ausgabe sein sollte, in eigener Maßeinheit</translation>
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
        <translation>vorhergesagt</translation>
    </message>
    <message>
        <source>label</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>error f − y</source>
        <translation>Fehler f − y</translation>
    </message>
    <message>
        <source>Output minus target, in the targets&apos; own units</source>
        <translation>Ausgabe minus Zielwert, in der Maßeinheit der Zielwerte</translation>
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
        <translation>vorhergesagt ✓</translation>
    </message>
    <message>
        <source>‖f − y‖²: the sum of squared differences over the outputs</source>
        <translation>‖f − y‖²: die Summe der quadrierten Differenzen über die Ausgaben</translation>
    </message>
    <message>
        <source>The output f, in the targets&apos; own units</source>
        <translation>Die Ausgabe f, in der Maßeinheit der Zielwerte</translation>
    </message>
    <message>
        <source>The target y, in its own units</source>
        <translation>Der Zielwert y, in seiner eigenen Maßeinheit</translation>
    </message>
    <message>
        <source>‖f − y‖²: the squared difference, of the values as the network sees them</source>
        <translation>‖f − y‖²: die quadrierte Differenz, der Werte, wie das Netz sie sieht</translation>
    </message>
    <message>
        <source>The class with the largest output; with one output, 1 from the middle of its two targets upwards. ✓ where it is the label, ✗ where it is not.</source>
        <translation>Die Klasse mit der größten Ausgabe; bei einer Ausgabe 1 ab der Mitte ihrer beiden Zielwerte. ✓, wo es die wahre Klasse ist, ✗, wo nicht.</translation>
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
        <translation>vorhergesagt ✗</translation>
    </message>
</context>
<context>
    <name>SampleGrid</name>
    <message>
        <source>Samples as pictures</source>
        <translation>Beispiele als Bilder</translation>
    </message>
    <message>
        <source>Click: look at the sample. Double click or Return: train on it next. Arrows, PageUp, PageDown, Home and End go to another one; type an index to go there. ✗ and a corner: the class that it is wrongly taken for. Ctrl and the wheel: size of the pictures.</source>
        <translation>Klick: das Beispiel ansehen. Doppelklick oder Eingabetaste: als Nächstes damit trainieren. Pfeile, Bild auf, Bild ab, Pos1 und Ende gehen zu einem anderen; einen Index eingeben, um dorthin zu gehen. ✗ und eine Ecke: die Klasse, für die es fälschlich gehalten wird. Strg und Mausrad: Größe der Bilder.</translation>
    </message>
</context>
<context>
    <name>SampleMenu</name>
    <message>
        <source>Steps draw from the training set; this sample is of the test set.</source>
        <translation>Schritte ziehen aus den Trainingsdaten; dieses Beispiel gehört zu den Testdaten.</translation>
    </message>
    <message>
        <source>Look at {name}</source>
        <translation>{name} ansehen</translation>
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
        <source>Let every step from here on train on this pair, until it is switched off</source>
        <translation>Jeder Schritt ab hier trainiert mit diesem Paar, bis das ausgeschaltet wird</translation>
    </message>
    <message>
        <source>Break at it</source>
        <translation>Dort anhalten</translation>
    </message>
    <message>
        <source>Stop the run at every step that trains on this pair, before its update</source>
        <translation>Den Lauf in jedem Schritt anhalten, der mit diesem Paar trainiert, vor der Aktualisierung</translation>
    </message>
    <message>
        <source>Copy its values</source>
        <translation>Seine Werte kopieren</translation>
    </message>
    <message>
        <source>Copy the list</source>
        <translation>Die Liste kopieren</translation>
    </message>
    <message>
        <source>A line for each sample listed: index, class, predicted class, loss, ‖∂W‖</source>
        <translation>Eine Zeile für jedes aufgeführte Beispiel: Index, Klasse, vorhergesagte Klasse, Verlust, ‖∂W‖</translation>
    </message>
    <message>
        <source>It is from the test set: afterwards the test results no longer tell how the network does on pairs that it has not seen.</source>
        <translation>Es gehört zu den Testdaten: Danach sagen die Testergebnisse nicht mehr, wie gut das Netz auf Paaren ist, die es nicht gesehen hat.</translation>
    </message>
    <message>
        <source>Let the step at hand train on this pair, in place of the one that was drawn. If its update has begun, the next step does.</source>
        <translation>Der laufende Schritt trainiert mit diesem Paar statt mit dem gezogenen. Hat seine Aktualisierung schon begonnen, tut es der nächste.</translation>
    </message>
</context>
<context>
    <name>SamplePanel</name>
    <message>
        <source>Sample</source>
        <translation>Beispiel</translation>
    </message>
</context>
<context>
    <name>SampleTable</name>
    <message>
        <source>Samples as a table</source>
        <translation>Beispiele als Tabelle</translation>
    </message>
    <message>
        <source>Click: look at the sample. Double click or Return: train on it next. Up, Down, PageUp, PageDown, Home and End go to another one; type an index to go there. Left and Right scroll. Click a title to sort.</source>
        <translation>Klick: das Beispiel ansehen. Doppelklick oder Eingabetaste: als Nächstes damit trainieren. Auf, Ab, Bild auf, Bild ab, Pos1 und Ende gehen zu einem anderen; einen Index eingeben, um dorthin zu gehen. Links und Rechts rollen. Klick auf einen Titel sortiert.</translation>
    </message>
</context>
<context>
    <name>SetupPanel</name>
    <message>
        <source>Stop when levelled off</source>
        <translation>Am Plateau stoppen</translation>
    </message>
    <message>
        <source>from 0 to below 1</source>
        <translation>von 0 bis unter 1</translation>
    </message>
    <message>
        <source>A change here starts a new run at step 0, and the old one stays in Branches. Only the gradient rule changes the run at hand.</source>
        <translation>Eine Änderung hier beginnt einen neuen Lauf bei Schritt 0, der alte bleibt unter Zweige. Nur die Gradientenregel ändert den jetzigen Lauf.</translation>
    </message>
    <message>
        <source>Setup</source>
        <translation>Einstellungen</translation>
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
        <source>Hidden σ₁</source>
        <translation>Verborgen σ₁</translation>
    </message>
    <message>
        <source>Output σ₂</source>
        <translation>Ausgabe σ₂</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Gewichte</translation>
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
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation>Gradient</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
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
        <source>Hidden activation σ₁</source>
        <translation>Verborgene Aktivierungsfunktion σ₁</translation>
    </message>
    <message>
        <source>σ₁ in h = σ₁(W₁x), applied to each hidden unit. The note takes the sigmoid 1/(1 + e^−t).</source>
        <translation>σ₁ in h = σ₁(W₁x), auf jede verborgene Einheit angewendet. Das Skript nimmt die Sigmoidfunktion 1/(1 + e^−t).</translation>
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
        <source>Initial weights</source>
        <translation>Anfangsgewichte</translation>
    </message>
    <message>
        <source>How the weights of step 0 are drawn, with mean 0. normal and uniform have the variances 1/n and 1/l, Glorot 2/(fan-in + fan-out), He 2/fan-in; with zeros all hidden units stay alike.</source>
        <translation>Wie die Gewichte von Schritt 0 gezogen werden, mit Mittel 0. Normalverteilt und gleichverteilt haben die Varianzen 1/n und 1/l, Glorot 2/(Fan-in + Fan-out), He 2/Fan-in; bei null bleiben alle verborgenen Einheiten gleich.</translation>
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
        <source>How the pair of each step is drawn: at random with replacement, from a fresh permutation each epoch, or one after the other.</source>
        <translation>Wie das Paar jedes Schritts gezogen wird: zufällig mit Zurücklegen, aus einer neuen Permutation in jeder Epoche oder eines nach dem anderen.</translation>
    </message>
    <message>
        <source>Gradient rule</source>
        <translation>Gradientenregel</translation>
    </message>
    <message>
        <source>exact: the true gradient of ‖f − y‖². as printed: the note&apos;s formula for ∂W₁, in which ones stand where column k of W₂ belongs; it does not learn. It acts from the step at hand on.</source>
        <translation>exakt: der wahre Gradient von ‖f − y‖². wie gedruckt: die Formel des Skripts für ∂W₁, in der Einsen stehen, wo Spalte k von W₂ hingehört; sie lernt nicht. Wirkt ab dem laufenden Schritt.</translation>
    </message>
    <message>
        <source>Stopping rule</source>
        <translation>Abbruchregel</translation>
    </message>
    <message>
        <source>Stop by itself when the mean loss over a window of steps no longer improves on the best window so far.</source>
        <translation>Von selbst stoppen, wenn der mittlere Verlust über ein Fenster von Schritten das bisher beste Fenster nicht mehr verbessert.</translation>
    </message>
    <message>
        <source>Stopping window</source>
        <translation>Fenster der Abbruchregel</translation>
    </message>
    <message>
        <source>Steps in one window over which the loss is averaged; by default the larger of m and 10 000.</source>
        <translation>Schritte in einem Fenster, über das der Verlust gemittelt wird; voreingestellt ist die größere Zahl aus m und 10 000.</translation>
    </message>
    <message>
        <source>Relative improvement that counts, from 0 to below 1: a window improves when its mean is below (1 − tolerance) times the best.</source>
        <translation>Relative Verbesserung, die zählt, von 0 bis unter 1: Ein Fenster verbessert, wenn sein Mittel unter (1 − Toleranz) mal dem besten liegt.</translation>
    </message>
    <message>
        <source>Windows in a row without improvement that end the run.</source>
        <translation>Wie viele Fenster ohne Verbesserung in Folge den Lauf beenden.</translation>
    </message>
    <message>
        <source>{inputs}, {units}, {outputs}: {w} weights</source>
        <translation>{inputs}, {units}, {outputs}: {w} Gewichte</translation>
    </message>
</context>
<context>
    <name>ShownPair</name>
    <message>
        <source>own pair: {title}</source>
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
    <name>SizeSlider</name>
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
        <source>Steps done: each trained on one pair.</source>
        <translation>Ausgeführte Schritte: Jeder hat mit einem Paar trainiert.</translation>
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
        <source>Share of the test samples that are classified rightly.</source>
        <translation>Anteil der Testbeispiele, die richtig klassifiziert werden.</translation>
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
        <source>Pictures of the window painted per second.</source>
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
        <translation>Gestoppt</translation>
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
        <source>Logarithmic step axis: the first steps get as much room as the last. It shows step + 1, so that step 0 has a place.</source>
        <translation>Logarithmische Schrittachse: Die ersten Schritte bekommen so viel Platz wie die letzten. Gezeigt wird Schritt + 1, damit Schritt 0 einen Platz hat.</translation>
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
        <translation>doppelt</translation>
    </message>
    <message>
        <source>extended</source>
        <translation>erweitert</translation>
    </message>
    <message>
        <source>error {error}</source>
        <translation>Fehler {error}</translation>
    </message>
    <message>
        <source>double: {error}</source>
        <translation>doppelt: {error}</translation>
    </message>
    <message>
        <source>extended: {error}</source>
        <translation>erweitert: {error}</translation>
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
        <source>How far (E(w + s) − E(w − s)) / 2s is from the closed form, for one weight and many step sizes s, both axes logarithmic; relative as in the heatmap, whose error is the one of the extended curve at the s used. From the right the truncation falls with s², towards the left rounding grows with 1/s: a V, with its best s near the cube root of the precision. A wrong derivative makes a level line instead. Right click: copy.</source>
        <translation>Wie weit (E(w + s) − E(w − s)) / 2s von der geschlossenen Form entfernt ist, für ein Gewicht und viele Schrittweiten s, beide Achsen logarithmisch; relativ wie in der Heatmap, deren Fehler der der erweiterten Kurve beim benutzten s ist. Von rechts fällt der Abbruchfehler mit s², nach links wächst der Rundungsfehler mit 1/s: ein V, mit dem besten s nahe der Kubikwurzel der Genauigkeit. Eine falsche Ableitung ergibt stattdessen eine waagerechte Linie. Rechtsklick: kopieren.</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>Legende</translation>
    </message>
    <message>
        <source>Precision in which the loss is evaluated: double has 16 digits, extended (the widest of this machine) has 19 or more.</source>
        <translation>Genauigkeit, in der der Verlust berechnet wird: doppelt hat 16 Stellen, erweitert (die größte dieses Rechners) 19 oder mehr.</translation>
    </message>
    <message>
        <source>Neither this weight&apos;s gradient nor any difference is other than 0.</source>
        <translation>Weder der Gradient dieses Gewichts noch eine Differenz ist von 0 verschieden.</translation>
    </message>
    <message>
        <source>The error against the step size will be shown here.</source>
        <translation>Hier erscheint der Fehler gegen die Schrittweite.</translation>
    </message>
    <message>
        <source>No weight can be compared; select one to see its differences.</source>
        <translation>Kein Gewicht kann verglichen werden; eines auswählen, um seine Differenzen zu sehen.</translation>
    </message>
    <message>
        <source>double</source>
        <translation>doppelt</translation>
    </message>
    <message>
        <source>extended</source>
        <translation>erweitert</translation>
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
        <source>Show the whole run again, not a part.</source>
        <translation>Wieder den ganzen Lauf zeigen, nicht nur einen Teil.</translation>
    </message>
    <message>
        <source>Journal…</source>
        <translation>Journal…</translation>
    </message>
    <message>
        <source>List what was changed on this branch and where breakpoints stopped the run.</source>
        <translation>Auflisten, was auf diesem Zweig geändert wurde und wo Haltepunkte den Lauf angehalten haben.</translation>
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
        <source>Nothing was changed yet, and no breakpoint has stopped the run.</source>
        <translation>Noch wurde nichts geändert, und kein Haltepunkt hat den Lauf angehalten.</translation>
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
        <source>{branch} begins here: it leaves {parent}</source>
        <translation>{branch} beginnt hier: verlässt {parent}</translation>
    </message>
    <message>
        <source>{branch} leaves here</source>
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
        <source>Drag to any step of the run. A run that is going pauses as soon as you take hold and stays where you let go. The wheel zooms around the mouse, Shift and a drag move along, a double click shows the whole run.</source>
        <translation>Zu einem beliebigen Schritt des Laufs ziehen. Ein laufender Lauf pausiert beim Anfassen und bleibt dort, wo losgelassen wird. Das Mausrad zoomt um die Maus, Umschalt und Ziehen verschiebt, ein Doppelklick zeigt den ganzen Lauf.</translation>
    </message>
    <message>
        <source>Branches of the run</source>
        <translation>Zweige des Laufs</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>Drag to any step of the run. Arrow keys move by one step, Page Up and Page Down by an epoch. Above the line stands what was changed: ▼ the learning rate λ, ■ the gradient rule, + the sample to train on, ◆ a weight. On it, red points: a breakpoint stopped the run. Below it, ticks: steps of which a copy of the weights is kept; slanted lines: a branch begins. A bar over a mark: there are several; click again for the next one.</source>
        <translation>Zu einem beliebigen Schritt des Laufs ziehen. Die Pfeiltasten gehen um einen Schritt, Bild auf und Bild ab um eine Epoche. Über der Linie steht, was geändert wurde: ▼ die Lernrate λ, ■ die Gradientenregel, + das Beispiel, mit dem trainiert wird, ◆ ein Gewicht. Auf ihr rote Punkte: Ein Haltepunkt hat den Lauf angehalten. Unter ihr Striche: Schritte, von denen eine Kopie der Gewichte aufbewahrt wird; schräge Linien: Ein Zweig beginnt. Ein Balken über einer Marke: Dort sind mehrere; ein weiterer Klick geht zur nächsten.</translation>
    </message>
</context>
<context>
    <name>TimelinePlaces</name>
    <message>
        <source>{name}: leaves {parent} at step {step}</source>
        <translation>{name}: verlässt {parent} in Schritt {step}</translation>
    </message>
    <message>
        <source>{name}: leaves {parent} at step {step}, {change}</source>
        <translation>{name}: verlässt {parent} in Schritt {step}, {change}</translation>
    </message>
</context>
<context>
    <name>TimelineStatus</name>
    <message>
        <source>How far the move has come</source>
        <translation>Wie weit die Bewegung gekommen ist</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel the move</source>
        <translation>Die Bewegung abbrechen</translation>
    </message>
    <message>
        <source>Give up going there; the run stands where it stood before.</source>
        <translation>Nicht weiter dorthin gehen; der Lauf steht, wo er vorher stand.</translation>
    </message>
    <message>
        <source>step {step} of {tip}</source>
        <translation>Schritt {step} von {tip}</translation>
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
        <source>{phase}, row {row} of {rows}</source>
        <translation>{phase}, Zeile {row} von {rows}</translation>
    </message>
</context>
<context>
    <name>TrainingBar</name>
    <message>
        <source>Make two branches that begin with the same weights and draw the same pairs, and train one by the exact rule, the other by the printed one. The branch so far stays; the run ends on the exact one, paused. Once more with more steps trains both on.</source>
        <translation>Zwei Zweige anlegen, die mit denselben Gewichten beginnen und dieselben Paare ziehen, und einen nach der exakten, den anderen nach der gedruckten Regel trainieren. Der bisherige Zweig bleibt; der Lauf endet pausiert auf dem exakten. Noch einmal mit mehr Schritten trainiert beide weiter.</translation>
    </message>
    <message>
        <source>Steps of each rule</source>
        <translation>Schritte je Regel</translation>
    </message>
    <message>
        <source>How many steps each of the two branches is trained.</source>
        <translation>Wie viele Schritte jeder der beiden Zweige trainiert wird.</translation>
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
        <source>Both begin where the run stands, with the weights it has now.</source>
        <translation>Beide beginnen, wo der Lauf steht, mit den jetzigen Gewichten.</translation>
    </message>
    <message>
        <source>What came out of the trial</source>
        <translation>Was der Versuch ergeben hat</translation>
    </message>
    <message>
        <source>Share of the test set that each branch classifies rightly at its end, and the mean loss of its last 1 000 steps.</source>
        <translation>Anteil der Testdaten, den jeder Zweig an seinem Ende richtig klassifiziert, und der mittlere Verlust seiner letzten 1 000 Schritte.</translation>
    </message>
    <message>
        <source>End the trial</source>
        <translation>Versuch beenden</translation>
    </message>
    <message>
        <source>Train with both rules</source>
        <translation>Nach beiden Regeln trainieren</translation>
    </message>
    <message>
        <source>Same weights, same pairs: one branch by each rule; this one stays.</source>
        <translation>Gleiche Gewichte, gleiche Paare: ein Zweig je Regel; dieser bleibt.</translation>
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
        <source>exact: its turn comes next</source>
        <translation>exakt: kommt als Nächstes</translation>
    </message>
    <message>
        <source>exact: not begun</source>
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
        <source>{name}: {right} right, mean loss {loss}</source>
        <translation>{name}: {right} richtig, mittlerer Verlust {loss}</translation>
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
        <source>{name}: {share} of the test set right at step {step}</source>
        <translation>{name}: {share} der Testdaten richtig in Schritt {step}</translation>
    </message>
</context>
<context>
    <name>TrainingView</name>
    <message>
        <source>Cosine between both gradient rules</source>
        <translation>Kosinus zwischen beiden Gradientenregeln</translation>
    </message>
    <message>
        <source>Cosine between the printed and the exact ∂W₁, mean over the same 256 pairs of the training set (all, where there are no more); the band holds the middle 80 % of them. 1: the same direction. Below 0: a step against the printed gradient leads uphill. Both gradients have rank one with the same x, so it is the cosine between the two δ1. Click: go to that step. Wheel or drag: zoom. Double click: whole run. Right click: copy.</source>
        <translation>Kosinus zwischen dem gedruckten und dem exakten ∂W₁, Mittel über dieselben 256 Paare der Trainingsdaten (alle, wo es nicht mehr sind); das Band enthält die mittleren 80 % davon. 1: dieselbe Richtung. Unter 0: Ein Schritt gegen den gedruckten Gradienten führt bergauf. Beide Gradienten haben Rang eins mit demselben x, also ist es der Kosinus zwischen den beiden δ1. Klick: zu diesem Schritt gehen. Mausrad oder Ziehen: vergrößern. Doppelklick: ganzer Lauf. Rechtsklick: kopieren.</translation>
    </message>
    <message>
        <source>Losses of both gradient rules</source>
        <translation>Verluste beider Gradientenregeln</translation>
    </message>
    <message>
        <source>Moving average of the loss ‖f − y‖² of both branches of the trial, and dashed, on the right, the share of the test set that they classify rightly. Click: go to that step. Wheel or drag: zoom. Double click: whole run. Right click: copy.</source>
        <translation>Gleitendes Mittel des Verlusts ‖f − y‖² beider Zweige des Versuchs und gestrichelt, rechts, der Anteil der Testdaten, den sie richtig klassifizieren. Klick: zu diesem Schritt gehen. Mausrad oder Ziehen: vergrößern. Doppelklick: ganzer Lauf. Rechtsklick: kopieren.</translation>
    </message>
    <message>
        <source>Being computed…</source>
        <translation>Wird berechnet…</translation>
    </message>
    <message>
        <source>“Train with both rules” draws their losses here, from the same start.</source>
        <translation>„Nach beiden Regeln trainieren“ zeichnet ihre Verluste hier, vom selben Anfang aus.</translation>
    </message>
    <message>
        <source>this branch</source>
        <translation>dieser Zweig</translation>
    </message>
    <message>
        <source>along {name}</source>
        <translation>entlang {name}</translation>
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
        <source>All three histograms, where there is room.</source>
        <translation>Alle drei Histogramme, wo Platz ist.</translation>
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
        <source>Filled: all of them. Outlined: those of the hidden unit that is selected. Each in per cent of its own number. Click a card or a weight to select a unit.</source>
        <translation>Gefüllt: alle. Umrandet: die der ausgewählten verborgenen Einheit. Jeweils in Prozent der eigenen Anzahl. Klick auf eine Karte oder ein Gewicht wählt eine Einheit aus.</translation>
    </message>
    <message>
        <source>select a unit to compare it</source>
        <translation>eine Einheit auswählen, um sie zu vergleichen</translation>
    </message>
    <message>
        <source>hidden unit {unit}</source>
        <translation>verborgene Einheit {unit}</translation>
    </message>
    <message>
        <source>all, counted in a sample</source>
        <translation>alle, an einer Stichprobe gezählt</translation>
    </message>
    <message>
        <source>Being computed…</source>
        <translation>Wird berechnet…</translation>
    </message>
    <message>
        <source>unit {unit}</source>
        <translation>Einheit {unit}</translation>
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
        <source>All units on</source>
        <translation>Alle Einheiten ein</translation>
    </message>
    <message>
        <source>Matters: by how much the mean loss rises without this unit, whose column of W₂ then counts as zero. Below 0, the network would be better without it.</source>
        <translation>Wichtig: um wie viel der mittlere Verlust ohne diese Einheit steigt; ihre Spalte von W₂ zählt dann als null. Unter 0 wäre das Netz ohne sie besser.</translation>
    </message>
    <message>
        <source>Matters: how many percentage points (pp) of accuracy are lost without this unit, whose column of W₂ then counts as zero. Below 0, the network would be better without it.</source>
        <translation>Wichtig: wie viele Prozentpunkte (Pp.) Genauigkeit ohne diese Einheit verloren gehen; ihre Spalte von W₂ zählt dann als null. Unter 0 wäre das Netz ohne sie besser.</translation>
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
        <source>Unit {unit} off</source>
        <translation>Einheit {unit} aus</translation>
    </message>
    <message>
        <source>at step {step}</source>
        <translation>in Schritt {step}</translation>
    </message>
    <message>
        <source>being computed…</source>
        <translation>wird berechnet…</translation>
    </message>
    <message>
        <source>h of unit {unit} from {low} to {high}: {count} of {samples} samples</source>
        <translation>h von Einheit {unit} von {low} bis {high}: {count} von {samples} Beispielen</translation>
    </message>
    <message>
        <source>matters</source>
        <translation>wichtig</translation>
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
        <source>unit {unit}, switched off</source>
        <translation>Einheit {unit}, ausgeschaltet</translation>
    </message>
    <message>
        <source>{number} %</source>
        <translation>{number} %</translation>
    </message>
    <message>
        <source>{number} pp</source>
        <translation>{number} Pp.</translation>
    </message>
    <message>
        <source>{n} units off</source>
        <translation>{n} Einheiten aus</translation>
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
        <source>{who}: being computed…</source>
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
        <source>A card for each hidden unit.</source>
        <translation>Eine Karte für jede verborgene Einheit.</translation>
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
        <source>How good the network is without the units that are switched off, beside what it is with all of them. Switching off changes no weight and not the run, which goes on with all units: only what questions the network leaves them out, that is the drawing, the plane of its inputs and these figures.</source>
        <translation>Wie gut das Netz ohne die ausgeschalteten Einheiten ist, neben dem, was es mit allen ist. Ausschalten ändert kein Gewicht und nicht den Lauf, der mit allen Einheiten weitergeht: Nur was das Netz befragt, lässt sie weg, also die Zeichnung, die Ebene seiner Eingaben und diese Zahlen.</translation>
    </message>
    <message>
        <source>All on</source>
        <translation>Alle ein</translation>
    </message>
    <message>
        <source>Switch all hidden units on again.</source>
        <translation>Alle verborgenen Einheiten wieder einschalten.</translation>
    </message>
    <message>
        <source>Of which step and of how many samples the figures of the units are. While the run goes on they follow it from time to time; the weights are those of each moment.</source>
        <translation>Aus welchem Schritt und von wie vielen Beispielen die Zahlen der Einheiten stammen. Während der Lauf läuft, folgen sie ihm von Zeit zu Zeit; die Gewichte sind immer die des Augenblicks.</translation>
    </message>
    <message>
        <source>What the colours of W₁ stand for; bars of W₁ reach as far. The scale grows at once and shrinks slowly.</source>
        <translation>Wofür die Farben von W₁ stehen; die Balken von W₁ reichen ebenso weit. Die Skala wächst sofort und schrumpft langsam.</translation>
    </message>
    <message>
        <source>Order of the hidden units</source>
        <translation>Reihenfolge der verborgenen Einheiten</translation>
    </message>
    <message>
        <source>How the units follow one another: by index, or the largest first. Importance is what is lost without a unit; the norm is that of its row of W₁.</source>
        <translation>Wie die Einheiten aufeinander folgen: nach Index oder die größten zuerst. Wichtigkeit ist, was ohne eine Einheit verloren geht; die Norm ist die ihrer Zeile von W₁.</translation>
    </message>
    <message>
        <source>by index</source>
        <translation>nach Index</translation>
    </message>
    <message>
        <source>by importance</source>
        <translation>nach Wichtigkeit</translation>
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
        <source>A card for each hidden unit: its row of W₁ as a picture or bars, its column of W₂ as bars, and what it does on all samples. Click a card to select the unit everywhere, its box to switch it off. By keys: arrows walk, Enter selects, Space switches off or on.</source>
        <translation>Eine Karte für jede verborgene Einheit: ihre Zeile von W₁ als Bild oder Balken, ihre Spalte von W₂ als Balken und was sie auf allen Beispielen tut. Klick auf eine Karte wählt die Einheit überall aus, Klick auf ihr Kästchen schaltet sie aus. Mit Tasten: Die Pfeiltasten gehen umher, die Eingabetaste wählt aus, die Leertaste schaltet aus oder ein.</translation>
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
        <source>Untick it to look at the network without unit {unit}. The run itself goes on with all units; only what questions the network (the drawing, the plane of its inputs, the figures above) leaves the unit out.</source>
        <translation>Abwählen, um das Netz ohne Einheit {unit} zu sehen. Der Lauf selbst geht mit allen Einheiten weiter; nur was das Netz befragt (die Zeichnung, die Ebene seiner Eingaben, die Zahlen oben), lässt die Einheit weg.</translation>
    </message>
    <message>
        <source>Histogram of h: how often the unit has which value on all samples; the highest bin fills the height.</source>
        <translation>Histogramm von h: wie oft die Einheit auf allen Beispielen welchen Wert hat; der höchste Balken füllt die Höhe.</translation>
    </message>
</context>
<context>
    <name>UserData</name>
    <message>
        <source>Looking at {name}; its dialog opens as soon as it has been read.</source>
        <translation>{name} wird angesehen; der Dialog öffnet sich, sobald es gelesen ist.</translation>
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
        <source>24-point text and fewer panels, for a projector.</source>
        <translation>Schrift in 24 Punkt und weniger Bereiche, für einen Projektor.</translation>
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
        <source>About bpviz</source>
        <translation>Über bpviz</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
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
    <name>WeightEditor</name>
    <message>
        <source>Value of the weight</source>
        <translation>Wert des Gewichts</translation>
    </message>
    <message>
        <source>The weight&apos;s new value: Enter takes it over, Esc leaves it as it is.</source>
        <translation>Der neue Wert des Gewichts: Die Eingabetaste übernimmt ihn, Esc lässt alles, wie es ist.</translation>
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
        <source>Weights over time</source>
        <translation>Gewichte im Verlauf</translation>
    </message>
    <message>
        <source>Histograms</source>
        <translation>Histogramme</translation>
    </message>
    <message>
        <source>Being computed…</source>
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
        <source>How many weights of the matrix (colour) had which value (upwards) at which step (across). A column is one measurement; where nothing was measured, nothing is drawn. They are made while this panel can be seen. Click: go to that step. Arrow keys, Home, End: from bin to bin; Enter: go to that step. Wheel or drag: zoom. Shift and drag: move along. Double click: whole run. Right click: copy.</source>
        <translation>Wie viele Gewichte der Matrix (Farbe) in welchem Schritt (waagerecht) welchen Wert (senkrecht) hatten. Eine Spalte ist eine Messung; wo nicht gemessen wurde, ist nichts gezeichnet. Gemessen wird, solange diese Ansicht zu sehen ist. Klick: zu diesem Schritt gehen. Pfeiltasten, Pos1, Ende: von Intervall zu Intervall; Eingabetaste: zu diesem Schritt gehen. Mausrad oder Ziehen: zoomen. Umschalt und Ziehen: verschieben. Doppelklick: ganzer Lauf. Rechtsklick: kopieren.</translation>
    </message>
    <message>
        <source>log count</source>
        <translation>log Anzahl</translation>
    </message>
    <message>
        <source>Logarithmic colours: bins that hold few weights are told apart as well.</source>
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
        <source>{symbol} as colours. Click an entry to select it, double-click to edit it while the run stands. By keys: Enter selects, arrows move, Enter or F2 edits.</source>
        <translation>{symbol} als Farben. Klick auf einen Eintrag wählt ihn aus, Doppelklick bearbeitet ihn, solange der Lauf steht. Mit Tasten: Die Eingabetaste wählt aus, die Pfeiltasten bewegen, Eingabetaste oder F2 bearbeitet.</translation>
    </message>
    <message>
        <source>Hidden weights W₁</source>
        <translation>Verborgene Gewichte W₁</translation>
    </message>
    <message>
        <source>Output weights W₂</source>
        <translation>Ausgabegewichte W₂</translation>
    </message>
    <message>
        <source>output j</source>
        <translation>Ausgabe j</translation>
    </message>
    <message>
        <source>hidden unit k</source>
        <translation>verborgene Einheit k</translation>
    </message>
    <message>
        <source>one tile per hidden unit k; input i at its pixel</source>
        <translation>eine Kachel je verborgener Einheit k; Eingabe i an ihrem Pixel</translation>
    </message>
    <message>
        <source>one tile per hidden unit k; at its foot the constant input</source>
        <translation>eine Kachel je verborgener Einheit k; an ihrem Fuß die konstante Eingabe</translation>
    </message>
    <message>
        <source>a tile: hidden unit k</source>
        <translation>eine Kachel: verborgene Einheit k</translation>
    </message>
    <message>
        <source>input i</source>
        <translation>Eingabe i</translation>
    </message>
    <message>
        <source>Only weights can be edited: choose W above first.</source>
        <translation>Nur Gewichte lassen sich bearbeiten: zuerst oben W wählen.</translation>
    </message>
    <message>
        <source>Weights cannot be edited while the run is training. Pause it first.</source>
        <translation>Gewichte lassen sich nicht ändern, während der Lauf trainiert. Zuerst pausieren.</translation>
    </message>
    <message>
        <source>(constant)</source>
        <translation>(konstant)</translation>
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
        <source>made by step {step}</source>
        <translation>von Schritt {step} gemacht</translation>
    </message>
    <message>
        <source>no step has been made yet</source>
        <translation>noch ist kein Schritt getan</translation>
    </message>
    <message>
        <source>not yet computed</source>
        <translation>noch nicht berechnet</translation>
    </message>
    <message>
        <source>of sample {sample} at step {step}</source>
        <translation>von Beispiel {sample} in Schritt {step}</translation>
    </message>
    <message>
        <source>of {title} at step {step}</source>
        <translation>von {title} in Schritt {step}</translation>
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
        <source>{done} of {rows} rows computed</source>
        <translation>{done} von {rows} Zeilen berechnet</translation>
    </message>
    <message>
        <source>{done} of {rows} rows updated</source>
        <translation>{done} von {rows} Zeilen aktualisiert</translation>
    </message>
    <message>
        <source>{vector} reads all of it</source>
        <translation>{vector} liest alles davon</translation>
    </message>
</context>
<context>
    <name>WorstSamples</name>
    <message>
        <source>The samples with the largest losses</source>
        <translation>Die Beispiele mit den größten Verlusten</translation>
    </message>
    <message>
        <source>The samples with the largest losses, the worst one first. Click: look at the sample. Double click or Return: train on it next. The list keeps still while you point at it.</source>
        <translation>Die Beispiele mit den größten Verlusten, das schlechteste zuerst. Klick: das Beispiel ansehen. Doppelklick oder Eingabetaste: als Nächstes damit trainieren. Die Liste hält still, solange die Maus auf sie zeigt.</translation>
    </message>
    <message>
        <source>Train on this sample next</source>
        <translation>Als Nächstes mit diesem Beispiel trainieren</translation>
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
    <message>
        <source>Save picture…</source>
        <translation>Bild speichern…</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>Bild speichern</translation>
    </message>
    <message>
        <source>PNG picture (*.png);;JPEG picture (*.jpg)</source>
        <translation>PNG-Bild (*.png);;JPEG-Bild (*.jpg)</translation>
    </message>
    <message>
        <source>The picture could not be written to {path}. Choose a folder you may write to and a name that ends in .png or .jpg.</source>
        <translation>Das Bild ließ sich nicht nach {path} schreiben. Richtig wären ein Ordner, in den geschrieben werden darf, und ein Name, der auf .png oder .jpg endet.</translation>
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
        <source>the largest entry of its row</source>
        <translation>der größte Eintrag seiner Zeile</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>{inputs}, {used} of them not 0</source>
        <translation>{inputs}, davon {used} nicht 0</translation>
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
        <source>kept by hand for every step</source>
        <translation>von Hand für jeden Schritt festgehalten</translation>
    </message>
    <message>
        <source>made by hand, for this step</source>
        <translation>von Hand gemacht, für diesen Schritt</translation>
    </message>
    <message>
        <source>chosen by hand for this step</source>
        <translation>von Hand für diesen Schritt gewählt</translation>
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
        <source>every input is 0, so there is no term</source>
        <translation>jede Eingabe ist 0, also gibt es keinen Summanden</translation>
    </message>
    <message>
        <source>in own units:</source>
        <translation>in eigener Maßeinheit:</translation>
    </message>
    <message>
        <source>(constant)</source>
        <translation>(konstant)</translation>
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
        <source>Checkerboard</source>
        <translation>Schachbrett</translation>
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
        <source>No column is an input. Choose at least one beside the target.</source>
        <translation>Keine Spalte ist Eingabe. Nötig ist mindestens eine neben dem Zielwert.</translation>
    </message>
    <message>
        <source>No column is the target. Choose one: what the network is to answer.</source>
        <translation>Keine Spalte ist Zielwert. Nötig ist eine: was das Netz antworten soll.</translation>
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
        <source>The panel {panel} could not be drawn ({error}); the others go on.</source>
        <translation>Der Bereich {panel} ließ sich nicht zeichnen ({error}); die anderen arbeiten weiter.</translation>
    </message>
    <message>
        <source>The patience</source>
        <translation>Die Geduld</translation>
    </message>
    <message>
        <source>The preferences cannot be stored in {file}. Make that file writable, or they are forgotten when the window closes.</source>
        <translation>Die Einstellungen lassen sich nicht in {file} speichern: die Datei beschreibbar machen, sonst sind sie vergessen, wenn das Fenster schließt.</translation>
    </message>
    <message>
        <source>The preferences in {file} are damaged; what cannot be read has its default.</source>
        <translation>Die Einstellungen in {file} sind beschädigt; was nicht lesbar ist, hat seinen Vorgabewert.</translation>
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
        <source>Both branches have already reached step {goal}. Choose more steps to train them further.</source>
        <translation>Beide Zweige sind schon bei Schritt {goal}. Mehr Schritte wählen, um sie weiter zu trainieren.</translation>
    </message>
    <message>
        <source>Categorical inputs, a 0/1 input for each distinct value (one-hot): {names}.</source>
        <translation>Text als Eingaben, eine Eingabe 0 oder 1 je verschiedenem Wert (One-hot): {names}.</translation>
    </message>
    <message>
        <source>Column {name} of {file} contains numbers but, in row {row} (line {line}), the text {text}. Use numbers only, or choose inputs without this column.</source>
        <translation>Spalte {name} von {file} enthält Zahlen, in Zeile {row} (Dateizeile {line}) aber den Text {text}. Nur Zahlen verwenden oder Eingaben ohne diese Spalte wählen.</translation>
    </message>
    <message>
        <source>Column {name} of {file} is used both as target and as input. Choose one role.</source>
        <translation>Spalte {name} von {file} ist Zielwert und Eingabe zugleich. Eine Rolle wählen.</translation>
    </message>
    <message>
        <source>Compiling the kernels (once per machine)</source>
        <translation>Rechenkerne werden übersetzt (einmal je Rechner)</translation>
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
        <source>Left out as row numbers: {names}. Choose them as inputs to train on them anyway.</source>
        <translation>Als Zeilennummern weggelassen: {names}. Als Eingaben wählen, um trotzdem damit zu trainieren.</translation>
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
        <source>Not enough memory for this network. Choose a smaller hidden size l.</source>
        <translation>Für dieses Netz reicht der Speicher nicht. Weniger verborgene Einheiten l wählen.</translation>
    </message>
    <message>
        <source>Not enough memory to load {file}. Use less data, or close other programs.</source>
        <translation>Der Speicher reicht nicht, um {file} zu laden. Weniger Daten verwenden oder andere Programme schließen.</translation>
    </message>
    <message>
        <source>Numeric inputs: {names}, {scaling}.</source>
        <translation>Zahlen als Eingaben: {names}, {scaling}.</translation>
    </message>
    <message>
        <source>Of the arrays {names} of {file}, it is not clear which are inputs and targets. Name them X and y, or x_train, y_train, x_test and y_test, or choose one of each.</source>
        <translation>Welche der Arrays {names} von {file} Eingaben und Zielwerte sind, ist nicht klar. Sie X und y oder x_train, y_train, x_test und y_test nennen, oder je eines wählen.</translation>
    </message>
    <message>
        <source>Paused at step {step}, before its update: {name} is {value}, no longer a finite number, because {place} of sample {sample} is {bad}.</source>
        <translation>Pausiert in Schritt {step}, vor der Aktualisierung: {name} ist {value}, keine endliche Zahl mehr, denn {place} von Beispiel {sample} ist {bad}.</translation>
    </message>
    <message>
        <source>Picture {row} of {name} in {file} contains a pixel that is not finite. Use finite numbers only.</source>
        <translation>Bild {row} von {name} in {file} enthält ein Pixel, das nicht endlich ist. Nur endliche Zahlen verwenden.</translation>
    </message>
    <message>
        <source>Regression: one period of y = sin x for x from −π to π, with noise in y. The targets are scaled to 0.1 … 0.9, so that every σ₂ can reach them, and shown in original units.</source>
        <translation>Regression: eine Periode von y = sin x für x von −π bis π, mit Rauschen in y. Die Zielwerte sind auf 0,1 … 0,9 skaliert, damit jedes σ₂ sie erreicht, und werden in der ursprünglichen Einheit gezeigt.</translation>
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
        <source>Target column {name} of {file} contains text ({text} in row {row}). Use numbers, or this column alone, as classes.</source>
        <translation>Zielspalte {name} von {file} enthält Text ({text} in Zeile {row}). Zahlen verwenden, oder diese Spalte allein, als Klassen.</translation>
    </message>
    <message>
        <source>Target column {name} of {file} contains text. Use numbers, or this column alone, as classes.</source>
        <translation>Zielspalte {name} von {file} enthält Text. Zahlen verwenden, oder diese Spalte allein, als Klassen.</translation>
    </message>
    <message>
        <source>The arrays of {file} do not match: {first} has the shape {shape}, {second} has {other}. Use one target for each sample, and samples of equal shape.</source>
        <translation>Die Arrays von {file} passen nicht zusammen: {first} hat die Form {shape}, {second} hat {other}. Einen Zielwert je Beispiel und Beispiele gleicher Form verwenden.</translation>
    </message>
    <message>
        <source>The constant input</source>
        <translation>Die konstante Eingabe</translation>
    </message>
    <message>
        <source>The data of the run is {value}; it must be a Dataset. Use load, as in load(&quot;iris&quot;), or Dataset.from_arrays.</source>
        <translation>Die Daten des Laufs sind {value}; nötig ist ein Dataset. load verwenden, etwa load(&quot;iris&quot;), oder Dataset.from_arrays.</translation>
    </message>
    <message>
        <source>The data set {name} has classes, but the pair has none. Give it a class.</source>
        <translation>Der Datensatz {name} hat Klassen, das Paar aber hat keine. Ihm eine Klasse geben.</translation>
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
        <source>The data set {name} is empty. Use one with at least one sample.</source>
        <translation>Der Datensatz {name} ist leer. Einen mit mindestens einem Beispiel verwenden.</translation>
    </message>
    <message>
        <source>The data to evaluate is {value}; it must be a Dataset, such as session.dataset or session.dataset.test.</source>
        <translation>Die Daten zur Auswertung sind {value}; nötig ist ein Dataset, etwa session.dataset oder session.dataset.test.</translation>
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
        <source>The header</source>
        <translation>Die Kopfzeile</translation>
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
        <source>The label of sample {sample} of {name} is {label}, which is not a class. Use a whole number from 0 to {last}.</source>
        <translation>Die Klasse von Beispiel {sample} von {name} ist {label}; diese Klasse gibt es nicht. Eine ganze Zahl von 0 bis {last} verwenden.</translation>
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
        <source>The pair to train on is {value}; it must be a CustomPair.</source>
        <translation>Das Paar, mit dem trainiert werden soll, ist {value}; es muss ein CustomPair sein.</translation>
    </message>
    <message>
        <source>The pictures that belong to {file} were not found. Put both files into one folder, named like train-images-idx3-ubyte and train-labels-idx1-ubyte, with or without .gz.</source>
        <translation>Die Bilder zu {file} wurden nicht gefunden. Beide Dateien in einen Ordner legen, mit Namen wie train-images-idx3-ubyte und train-labels-idx1-ubyte, mit oder ohne .gz.</translation>
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
        <source>The two branches belong to different runs. Choose two branches of one run: they begin with the same weights.</source>
        <translation>Die beiden Zweige gehören zu verschiedenen Läufen. Zwei Zweige eines Laufs wählen: Sie beginnen mit denselben Gewichten.</translation>
    </message>
    <message>
        <source>The weight {matrix}[{row}, {column}] would become {value}; it must be a finite number, such as 0.5.</source>
        <translation>Das Gewicht {matrix}[{row}, {column}] würde {value}; nötig ist eine endliche Zahl, etwa 0,5.</translation>
    </message>
    <message>
        <source>There is no change to redo.</source>
        <translation>Es gibt keine Änderung zu wiederholen.</translation>
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
        <source>This data set has no test set. Choose a sample of the training set.</source>
        <translation>Dieser Datensatz hat keine Testdaten. Ein Beispiel der Trainingsdaten wählen.</translation>
    </message>
    <message>
        <source>This is step 0, the beginning of the run: there is no earlier step.</source>
        <translation>Dies ist Schritt 0, der Anfang des Laufs: Einen früheren Schritt gibt es nicht.</translation>
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
        <source>Weights cannot be edited while the run is training. Pause it first.</source>
        <translation>Gewichte lassen sich nicht ändern, während der Lauf trainiert. Zuerst pausieren.</translation>
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
        <source>an HDF5 file</source>
        <translation>eine HDF5-Datei</translation>
    </message>
    <message>
        <source>an old Office document</source>
        <translation>ein altes Office-Dokument</translation>
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
        <source>draw samples again</source>
        <translation>wieder Beispiele ziehen</translation>
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
        <source>its directory is too large</source>
        <translation>das Verzeichnis ist zu groß</translation>
    </message>
    <message>
        <source>its end is missing</source>
        <translation>das Ende fehlt</translation>
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
        <source>tab</source>
        <translation>Tabulator</translation>
    </message>
    <message>
        <source>the name of the subfolder</source>
        <translation>Name des Unterordners</translation>
    </message>
    <message>
        <source>{count} pictures in subfolders, converted to {height} × {width} grey pixels from 0 (black) to 1 (white).</source>
        <translation>{count} Bilder in Unterordnern, in {height} × {width} graue Pixel von 0 (schwarz) bis 1 (weiß) umgewandelt.</translation>
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
        <source>{file} cannot be used ({reason}). Use an undamaged table, IDX, NPZ or NPY file, or folder of pictures.</source>
        <translation>{file} kann nicht verwendet werden ({reason}). Eine unbeschädigte Tabelle, eine IDX-, NPZ- oder NPY-Datei oder einen Bilderordner verwenden.</translation>
    </message>
    <message>
        <source>{file} contains an array of shape {shape}. Use one to four dimensions, none of them empty, that fit in memory.</source>
        <translation>{file} enthält ein Array der Form {shape}. Eine bis vier Dimensionen verwenden, keine leer und alle zusammen nicht größer als der Speicher.</translation>
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
        <source>{file} contains values of type {dtype}. Use whole or real numbers, or text for the classes.</source>
        <translation>{file} enthält Werte vom Typ {dtype}. Ganze oder reelle Zahlen verwenden, oder Text für die Klassen.</translation>
    </message>
    <message>
        <source>{file} does not contain labels, but {dtype} numbers of shape {shape}. Use one whole number for each picture.</source>
        <translation>{file} enthält keine Klassennummern, sondern Zahlen vom Typ {dtype} in der Form {shape}. Für jedes Bild eine ganze Zahl verwenden.</translation>
    </message>
    <message>
        <source>{file} does not exist. Choose an existing file or folder.</source>
        <translation>{file} gibt es nicht. Eine vorhandene Datei oder einen vorhandenen Ordner wählen.</translation>
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
        <source>{file} has no value in row {row} (line {line}) of column {column}. Fill it in, or drop rows with missing values: missing=&quot;drop&quot;.</source>
        <translation>{file} hat keinen Wert in Zeile {row} (Dateizeile {line}) von Spalte {column}. Ihn ergänzen oder Zeilen mit fehlenden Werten weglassen: missing=&quot;drop&quot;.</translation>
    </message>
    <message>
        <source>{file} has the shape {shape}, and so contains no pictures. Use a file with one or more pictures.</source>
        <translation>{file} hat die Form {shape} und enthält damit keine Bilder. Eine Datei mit einem oder mehr Bildern verwenden.</translation>
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
        <source>{file} is a single array; the inputs or targets that belong to it were not found. Put both files into one folder, named X.npy and y.npy, or x_train.npy, y_train.npy, x_test.npy and y_test.npy.</source>
        <translation>{file} ist ein einzelnes Array; die Eingaben oder Zielwerte dazu wurden nicht gefunden. Beide Dateien in einen Ordner legen und X.npy und y.npy nennen, oder x_train.npy, y_train.npy, x_test.npy und y_test.npy.</translation>
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
        <source>{file} is too large: it has {size} bytes, unpacked; the limit is {limit}. Use less data, or raise the limit max_bytes.</source>
        <translation>{file} ist zu groß: entpackt {size} Bytes, erlaubt sind {limit}. Weniger Daten verwenden oder die Grenze max_bytes erhöhen.</translation>
    </message>
    <message>
        <source>{file} is too large: it has {size} bytes. Use a picture of at most {most} bytes.</source>
        <translation>{file} ist zu groß: {size} Bytes. Ein Bild von höchstens {most} Bytes verwenden.</translation>
    </message>
    <message>
        <source>{file} is too large: its {rows} × {columns} cells take {size} bytes in memory; the limit is {limit}. Use less data, or raise the limit max_bytes.</source>
        <translation>{file} ist zu groß: {rows} × {columns} Zellen brauchen {size} Bytes im Speicher, erlaubt sind {limit}. Weniger Daten verwenden oder die Grenze max_bytes erhöhen.</translation>
    </message>
    <message>
        <source>{file} is too large: unpacked, its arrays exceed the limit of {limit} bytes. Use less data, or raise the limit max_bytes.</source>
        <translation>{file} ist zu groß: Entpackt überschreiten die Arrays die Grenze von {limit} Bytes. Weniger Daten verwenden oder die Grenze max_bytes erhöhen.</translation>
    </message>
    <message>
        <source>{file} is too large: {count} pictures of {height} × {width} pixels exceed the limit of {limit} bytes. Choose a smaller size, or raise the limit max_bytes.</source>
        <translation>{file} ist zu groß: {count} Bilder von {height} × {width} Pixeln überschreiten die Grenze von {limit} Bytes. Eine kleinere Größe wählen oder die Grenze max_bytes erhöhen.</translation>
    </message>
    <message>
        <source>{file} is too large: {m} × {n} inputs and their targets take {size} bytes in memory; the limit is {limit}. Use less data, or raise the limit max_bytes.</source>
        <translation>{file} ist zu groß: {m} × {n} Eingaben und ihre Zielwerte brauchen {size} Bytes im Speicher, erlaubt sind {limit}. Weniger Daten verwenden oder die Grenze max_bytes erhöhen.</translation>
    </message>
    <message>
        <source>{file} is truncated: its header announces an array of dimension {dimensions} and ends before its sizes. Use an undamaged file.</source>
        <translation>{file} ist abgeschnitten: Der Kopf kündigt ein Array der Dimension {dimensions} an und endet vor dessen Größen. Eine unbeschädigte Datei verwenden.</translation>
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
        <source>{file} needs one array chosen as inputs and one as targets. Choose them among {names}.</source>
        <translation>{file} braucht je ein Array als Eingaben und als Zielwerte. Beide aus {names} wählen.</translation>
    </message>
    <message>
        <source>{file} no longer exists; {title} is shown instead.</source>
        <translation>{file} gibt es nicht mehr; stattdessen wird {title} gezeigt.</translation>
    </message>
    <message>
        <source>{file} unpacks to more than {ratio} times its size and was rejected as a possible decompression bomb. If you trust it, save it without compression, or raise the limit max_bytes above {limit}.</source>
        <translation>{file} wird entpackt mehr als {ratio}-mal so groß und wurde als mögliche Dekompressionsbombe abgelehnt. Ist die Datei vertrauenswürdig, sie unkomprimiert speichern oder die Grenze max_bytes über {limit} erhöhen.</translation>
    </message>
    <message>
        <source>{file} unpacks to more than {ratio} times its size and was rejected as a possible decompression bomb. If you trust it, unpack it first, or raise the limit max_bytes above {limit}.</source>
        <translation>{file} wird entpackt mehr als {ratio}-mal so groß und wurde als mögliche Dekompressionsbombe abgelehnt. Ist die Datei vertrauenswürdig, sie zuerst entpacken oder die Grenze max_bytes über {limit} erhöhen.</translation>
    </message>
    <message>
        <source>{found} target columns of {file} are chosen as classes. Choose one column that names the class.</source>
        <translation>{found} Zielspalten von {file} sind als Klassen gewählt. Eine Spalte wählen, die die Klasse nennt.</translation>
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
        <source>{name} is the current branch. Switch to another branch before you delete it.</source>
        <translation>{name} ist der aktuelle Zweig. Vor dem Löschen zu einem anderen Zweig wechseln.</translation>
    </message>
    <message>
        <source>{name} is truncated</source>
        <translation>{name} ist abgeschnitten</translation>
    </message>
    <message>
        <source>{name} of the pair contains a value that is not finite. Use finite numbers only.</source>
        <translation>{name} des Paars enthält einen Wert, der nicht endlich ist. Nur endliche Zahlen verwenden.</translation>
    </message>
    <message>
        <source>{option} does not apply to {title}. The options are: {known}.</source>
        <translation>{option} gilt nicht für {title}. Zur Wahl stehen: {known}.</translation>
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
        <source>{data}, l = {l}, seed {seed}</source>
        <translation>{data}, l = {l}, Startwert {seed}</translation>
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
