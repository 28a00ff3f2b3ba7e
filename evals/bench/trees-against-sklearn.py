"""Trains scikit-learn's HistGradientBoosting on a folder of train.csv and test.csv (outcome first, categories as codes).

Prints one line of JSON: seconds and CPU seconds of fit alone, AUC and log loss of the test rows.
"""

import json
import sys
import time

import numpy
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.metrics import log_loss, roc_auc_score

folder, trees, leaves, rate, l2, categories = sys.argv[1:7]
train = numpy.loadtxt(f"{folder}/train.csv", delimiter=",")
test = numpy.loadtxt(f"{folder}/test.csv", delimiter=",")
model = HistGradientBoostingClassifier(
    max_iter=int(trees),
    max_leaf_nodes=int(leaves),
    learning_rate=float(rate),
    l2_regularization=float(l2),
    categorical_features=[int(c) for c in categories.split(",")],
    early_stopping=False,
)
started, cpu = time.perf_counter(), time.process_time()
model.fit(train[:, 1:], train[:, 0])
seconds, cpu_seconds = time.perf_counter() - started, time.process_time() - cpu
scores = model.predict_proba(test[:, 1:])[:, 1]
print(
    json.dumps(
        {
            "seconds": seconds,
            "cpuSeconds": cpu_seconds,
            "auc": roc_auc_score(test[:, 0], scores),
            "logLoss": log_loss(test[:, 0], scores),
        }
    )
)
