// What the bench uses of ConvNetJS, which has no types.
declare module "convnetjs" {
  export interface Volume {
    /** [height][width][depth]. */
    w: Float64Array;
  }

  export interface Layer {
    layer_type: string;
  }

  export interface LearningLayer extends Layer {
    filters: Volume[];
    biases: Volume;
  }

  export interface Network {
    makeLayers(definitions: object[]): void;
    layers: Layer[];
  }

  export interface SgdTrainer {
    /** One example; every `batch_size` of them the weights move. */
    train(x: Volume, label: number): { loss: number };
  }

  const convnetjs: {
    Vol: new (width: number, height: number, depth: number, value: number) => Volume;
    Net: new () => Network;
    Trainer: new (net: Network, options: object) => SgdTrainer;
  };
  export default convnetjs;
}
