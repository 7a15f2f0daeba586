// The ten classes of Fashion-MNIST, by label: the original's English names and their Spanish ones.
export interface ClassName {
  english: string;
  spanish: string;
}

export const classNames: readonly ClassName[] = [
  { english: "T-shirt/top", spanish: "Camiseta/top" },
  { english: "Trouser", spanish: "Pantalón" },
  { english: "Pullover", spanish: "Jersey" },
  { english: "Dress", spanish: "Vestido" },
  { english: "Coat", spanish: "Abrigo" },
  { english: "Sandal", spanish: "Sandalia" },
  { english: "Shirt", spanish: "Camisa" },
  { english: "Sneaker", spanish: "Zapatilla" },
  { english: "Bag", spanish: "Bolso" },
  { english: "Ankle boot", spanish: "Botín" },
];
