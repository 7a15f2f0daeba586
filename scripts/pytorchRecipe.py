"""The original's recipe in PyTorch, from its own initial weights and its own shuffles to the last epoch.

Usage: python3 pytorchRecipe.py SETUP.json. The setup gives seed, epochs, batchSize, learningRate, momentum
and dropoutRate, and names the files of raw bytes: {"train": {"images", "labels"}, "test": {…}}. Prints a
JSON line an epoch: epoch, loss (mean over its batches), testLoss, testAccuracy, seconds (since the start).
"""
import json
import sys
import time

import numpy as np
import torch
from torch import nn

with open(sys.argv[1]) as file:
    setup = json.load(file)
torch.set_num_threads(1)  # two runs go side by side
torch.manual_seed(setup["seed"])


def load(part):
    """Pixels in 0–1, [N,1,28,28], and labels, [N]."""
    pixels = np.fromfile(setup[part]["images"], np.uint8).reshape(-1, 1, 28, 28)
    labels = np.fromfile(setup[part]["labels"], np.uint8)
    return torch.from_numpy(pixels).float().div(255), torch.from_numpy(labels).long()


network = nn.Sequential(
    nn.Conv2d(1, 10, kernel_size=3), nn.ReLU(), nn.MaxPool2d(2),
    nn.Conv2d(10, 20, kernel_size=3), nn.ReLU(), nn.MaxPool2d(2),
    nn.Flatten(),
    nn.Linear(20 * 5 * 5, 50), nn.ReLU(), nn.Dropout(setup["dropoutRate"]),
    nn.Linear(50, 10), nn.LogSoftmax(dim=1),
)
measure = nn.NLLLoss()
optimizer = torch.optim.SGD(
    network.parameters(), lr=setup["learningRate"], momentum=setup["momentum"]
)
train_images, train_labels = load("train")
test_images, test_labels = load("test")


def train_epoch():
    """The mean loss of the batches."""
    network.train()
    losses = []
    for batch in torch.randperm(len(train_labels)).split(setup["batchSize"]):
        loss = measure(network(train_images[batch]), train_labels[batch])
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return sum(losses) / len(losses)


@torch.no_grad()
def evaluate():
    """Loss and accuracy on the test images."""
    network.eval()
    output = torch.cat([network(images) for images in test_images.split(1000)])
    right = (output.argmax(dim=1) == test_labels).float()
    return measure(output, test_labels).item(), right.mean().item()


started = time.perf_counter()
for epoch in range(1, setup["epochs"] + 1):
    mean_loss = train_epoch()
    test_loss, test_accuracy = evaluate()
    seconds = round(time.perf_counter() - started, 1)
    result = {"epoch": epoch, "loss": mean_loss, "testLoss": test_loss,
              "testAccuracy": round(test_accuracy, 6), "seconds": seconds}
    print(json.dumps(result), flush=True)
