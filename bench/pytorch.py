"""PyTorch as a contestant: trains a network on the same batches from the same weights.

Usage: python3 pytorch.py describe, which says {"version", "blas"}; or python3 pytorch.py THREADS SETUP.json, where
the setup names files of raw bytes (images, labels, order of the images as uint32) and the initial weights
(safetensors), lists the network's layers (bench/layerList.ts), and gives batchSize, learningRate and momentum. Tries
channels first and channels last in memory on copies of the network, and keeps what is faster. Says {"ready"}, then
reads lines {"from", "count"} and answers {"losses", "ms"}, a loss that is no number as null. Images are in memory as float tensors, the kindest loader
there is.
"""
import copy
import json
import re
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

# Of each layout of the memory, before the faster one is kept.
TRIED_STEPS = 4

# Libraries of linear algebra, by what their file is called; the reference one stands beside faster ones.
LIBRARIES = [("libmkl_", "MKL"), ("openblas", "OpenBLAS"), ("blis", "BLIS"), ("atlas", "ATLAS"), ("libblas", "reference BLAS")]


def name_blas():
    """The library that multiplies matrices: built in, or found among the files in memory; None if unknown."""
    if "BLAS_INFO=mkl" in torch.__config__.show():
        return "MKL"
    torch.mm(torch.ones(64, 64), torch.ones(64, 64))
    try:
        mapped = open("/proc/self/maps").read()
    except OSError:
        return None
    return next((name for file, name in LIBRARIES if re.search(rf"/[^\n]*{file}[^\n]*\.so", mapped)), None)


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


def build_convolution(layer, shape, has_bias):
    """TensorFlow puts the odd zero behind a map that the step divides, PyTorch's own padding none there."""
    size, step = shape[2], layer["step"]
    zeros = max(size - step, 0) if layer["isPadded"] else 0
    options = {"stride": step, "bias": has_bias}
    if zeros % 2 == 0:
        return nn.Conv2d(shape[1], shape[0], size, padding=zeros // 2, **options)
    return PaddedConvolution(zeros // 2, zeros - zeros // 2, shape[1], shape[0], size, **options)


class PaddedConvolution(nn.Conv2d):
    """With so many zeros before a map and behind it, both ways."""

    def __init__(self, before, behind, *sizes, **options):
        super().__init__(*sizes, **options)
        self.zeros = (before, behind, before, behind)

    def forward(self, x):
        return super().forward(F.pad(x, self.zeros))


def build_layer(layer, tensors):
    kind, shape = layer["kind"], None
    if kind in ("convolution", "batchNormalization", "dense"):
        shape = tensors[f"{layer['name']}.weight"].shape
    if kind == "convolution":
        return build_convolution(layer, shape, has_bias=f"{layer['name']}.bias" in tensors)
    if kind == "maxPooling":
        return nn.MaxPool2d(layer["size"], layer["step"])
    if kind == "batchNormalization":
        return nn.BatchNorm2d(shape[0], eps=layer["epsilon"], momentum=1 - layer["momentum"])
    if kind == "globalMean":
        return nn.Sequential(nn.AdaptiveAvgPool2d(1), nn.Flatten())
    if kind == "flatten":
        return nn.Flatten()
    if kind == "dense":
        return nn.Linear(shape[1], shape[0])
    if kind == "dropout":
        return nn.Dropout(layer["rate"])
    if kind == "relu":
        return nn.ReLU()
    if kind == "sum":
        return Sum()
    if kind == "logSoftmax":
        return nn.LogSoftmax(dim=1)
    raise ValueError(f"unknown layer {kind}")


class Sum(nn.Module):
    def forward(self, one, other):
        return one + other


class Branches(nn.Module):
    """Layers that read the outputs of those named, or the image."""

    def __init__(self, layers, tensors):
        super().__init__()
        (self.image,) = layers[0]["reads"]
        self.reads = {layer["name"]: layer["reads"] for layer in layers}
        for layer in layers:
            self.add_module(layer["name"], build_layer(layer, tensors))

    def forward(self, x):
        values = {self.image: x}
        for name, module in self.named_children():
            values[name] = module(*(values[read] for read in self.reads[name]))
        return values[name]


def build_network(layers, tensors):
    """With the weights given; only PyTorch's own count of batches may be missing."""
    if "reads" in layers[0]:
        net = Branches(layers, tensors)
    else:
        net = nn.Sequential(OrderedDict((layer["name"], build_layer(layer, tensors)) for layer in layers))
    missing, unexpected = net.load_state_dict(tensors, strict=False)
    missing = [name for name in missing if not name.endswith("num_batches_tracked")]
    if missing or unexpected:
        raise ValueError(f"weights missing: {missing}, unexpected: {unexpected}")
    return net


class Trainer:
    """Steps of SGD on batches in the order given."""

    def __init__(self, setup, net, layout):
        images = np.fromfile(setup["images"], np.uint8).reshape(-1, 1, 28, 28).astype(np.float32) / 255
        self.x = torch.from_numpy(images).to(memory_format=layout)
        self.y = torch.from_numpy(np.fromfile(setup["labels"], np.uint8).astype(np.int64))
        self.order = torch.from_numpy(np.fromfile(setup["order"], np.uint32).astype(np.int64))
        self.size = setup["batchSize"]
        self.net = net.to(memory_format=layout)
        self.optimizer = torch.optim.SGD(net.parameters(), lr=setup["learningRate"], momentum=setup["momentum"])

    def run(self, first, count):
        """The losses of some batches, and the milliseconds of all."""
        losses = []
        started = time.perf_counter()
        for batch in range(first, first + count):
            chosen = self.order[batch * self.size : (batch + 1) * self.size]
            self.optimizer.zero_grad()
            loss = F.nll_loss(self.net(self.x[chosen]), self.y[chosen])
            loss.backward()
            self.optimizer.step()
            losses.append(loss.item() if torch.isfinite(loss) else None)
        return losses, 1000 * (time.perf_counter() - started)


def fastest_layout(setup, net):
    """Of the two, by the fastest of some steps in turns; the first ones warm up."""
    layouts = [torch.contiguous_format, torch.channels_last]
    trials = [(Trainer(setup, copy.deepcopy(net), layout), []) for layout in layouts]
    for batch in range(TRIED_STEPS + 1):
        for trainer, times in trials:
            times.append(trainer.run(batch, 1)[1])
    return min(zip(layouts, trials), key=lambda tried: min(tried[1][1][1:]))[0]


if sys.argv[1] == "describe":
    print(json.dumps({"version": torch.__version__, "blas": name_blas()}))
    sys.exit()
torch.set_num_threads(int(sys.argv[1]))
setup = json.load(open(sys.argv[2]))
net = build_network(setup["layers"], read_safetensors(setup["weights"]))
layout = fastest_layout(setup, net)
trainer = Trainer(setup, net, layout)
print(json.dumps({"ready": f"PyTorch {torch.__version__}", "layout": str(layout)}), flush=True)

for line in sys.stdin:
    request = json.loads(line)
    losses, ms = trainer.run(request["from"], request["count"])
    print(json.dumps({"losses": losses, "ms": ms}), flush=True)
