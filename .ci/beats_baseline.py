#!/usr/bin/env python3
"""beats_baseline.py GOLD PREDICTIONS: fails unless every measure is above that of a naive program."""
import json, subprocess, sys

gold, predictions = sys.argv[1:]
run = [sys.executable, gold + "/score.py", gold + "/dev", predictions, "--json"]
total = json.loads(subprocess.run(run, check=True, capture_output=True, text=True).stdout)["total"]
BASELINE = {  # measure: (figure, naive baseline)
    "span_marked_exact": ("f1", 0.953), "kind": ("acc", 0.556), "speaker_speech": ("acc", 0.272),
    "mention_typed": ("f1", 0.380),
}
low = [f"{m} is {total[m][f]:.3f}, the baseline {b}" for m, (f, b) in BASELINE.items() if total[m][f] <= b]
print("\n".join(low) or "all measures are above the baseline")
sys.exit(bool(low))
