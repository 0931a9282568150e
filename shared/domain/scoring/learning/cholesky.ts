/** The lower triangle L with L·Lᵀ = the matrix (its lower triangle by rows), which must be positive definite. In place. */
export function factorCholesky(matrix: Float64Array, width: number): Float64Array {
  for (let row = 0; row < width; row += 1) {
    const line = row * width;
    for (let column = 0; column <= row; column += 1) {
      const other = column * width;
      let sum = matrix[line + column]!;
      for (let at = 0; at < column; at += 1) sum -= matrix[line + at]! * matrix[other + at]!;
      if (row === column) matrix[line + row] = Math.sqrt(Math.max(sum, 1e-12));
      else matrix[line + column] = sum / matrix[other + column]!;
    }
  }
  return matrix;
}

/** Solves L·Lᵀ·x = right side. */
export function solveCholesky(factor: Float64Array, width: number, right: Float64Array): Float64Array {
  const solved = right.slice();
  for (let row = 0; row < width; row += 1) {
    let sum = solved[row]!;
    for (let at = 0; at < row; at += 1) sum -= factor[row * width + at]! * solved[at]!;
    solved[row] = sum / factor[row * width + row]!;
  }
  for (let row = width - 1; row >= 0; row -= 1) {
    let sum = solved[row]!;
    for (let at = row + 1; at < width; at += 1) sum -= factor[at * width + row]! * solved[at]!;
    solved[row] = sum / factor[row * width + row]!;
  }
  return solved;
}
