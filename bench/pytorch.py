"""PyTorch as a contestant: trains a network on the same batches from the same weights.

Usage: python3 pytorch.py THREADS SETUP.json, where the setup names files of raw bytes (images, labels, order
of the images as uint32) and the initial weights (safetensors), lists the network's layers (bench/layerList.ts),
and gives batchSize, learningRate and momentum. Says {"ready"}, then reads lines {"from", "count"} and answers
{"losses", "ms"}. Images are in memory as float tensors, the kindest loader there is.
"""
import json
import struct
import sys
import time
from collections import OrderedDict

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

# tf.layers' names of a batch normalization's weights, and PyTorch's.
RENAMED = {"gamma": "weight", "beta": "bias", "moving_mean": "running_mean", "moving_variance": "running_var"}


def read_safetensors(path):
    data = open(path, "rb").read()
    (length,) = struct.unpack("<Q", data[:8])
    header = json.loads(data[8 : 8 + length])
    header.pop("__metadata__", None)
    tensors = {}
    for name, entry in header.items():
        start, end = entry["data_offsets"]
        values = np.frombuffer(data[8 + length + start : 8 + length + end], np.float32)
        layer, weight = name.rsplit(".", 1)
        tensors[f"{layer}.{RENAMED.get(weight, weight)}"] = torch.from_numpy(values.reshape(entry["shape"]).copy())
    return tensors


def build_layer(layer, tensors):
    kind, shape = layer["kind"], None
    if kind in ("convolution", "batchNormalization", "dense"):
        shape = tensors[f"{layer['name']}.weight"].shape
    if kind == "convolution":
        return nn.Conv2d(shape[1], shape[0], tuple(shape[2:]), stride=layer["step"])
    if kind == "maxPooling":
        return nn.MaxPool2d(layer["size"], layer["step"])
    if kind == "batchNormalization":
        return nn.BatchNorm2d(shape[0], eps=layer["epsilon"], momentum=1 - layer["momentum"])
    if kind == "flatten":
        return nn.Flatten()
    if kind == "dense":
        return nn.Linear(shape[1], shape[0])
    if kind == "dropout":
        return nn.Dropout(layer["rate"])
    if kind == "relu":
        return nn.ReLU()
    if kind == "logSoftmax":
        return nn.LogSoftmax(dim=1)
    raise ValueError(f"unknown layer {kind}")


def build_network(layers, tensors):
    """With the weights given; only PyTorch's own count of batches may be missing."""
    net = nn.Sequential(OrderedDict((layer["name"], build_layer(layer, tensors)) for layer in layers))
    missing, unexpected = net.load_state_dict(tensors, strict=False)
    missing = [name for name in missing if not name.endswith("num_batches_tracked")]
    if missing or unexpected:
        raise ValueError(f"weights missing: {missing}, unexpected: {unexpected}")
    return net


torch.set_num_threads(int(sys.argv[1]))
setup = json.load(open(sys.argv[2]))
images = np.fromfile(setup["images"], np.uint8).reshape(-1, 1, 28, 28).astype(np.float32) / 255
x = torch.from_numpy(images)
y = torch.from_numpy(np.fromfile(setup["labels"], np.uint8).astype(np.int64))
order = torch.from_numpy(np.fromfile(setup["order"], np.uint32).astype(np.int64))
size = setup["batchSize"]
net = build_network(setup["layers"], read_safetensors(setup["weights"]))
optimizer = torch.optim.SGD(net.parameters(), lr=setup["learningRate"], momentum=setup["momentum"])
print(json.dumps({"ready": f"PyTorch {torch.__version__}"}), flush=True)

for line in sys.stdin:
    request = json.loads(line)
    losses = []
    started = time.perf_counter()
    for batch in range(request["from"], request["from"] + request["count"]):
        chosen = order[batch * size : (batch + 1) * size]
        optimizer.zero_grad()
        loss = F.nll_loss(net(x[chosen]), y[chosen])
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    ms = 1000 * (time.perf_counter() - started)
    print(json.dumps({"losses": losses, "ms": ms}), flush=True)
