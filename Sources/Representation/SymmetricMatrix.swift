/// A small dense symmetric matrix without negative eigenvalues, and its factor and inverse.
struct SymmetricMatrix {
  /// The number of rows.
  let order: Int
  /// The elements, row by row, both halves.
  var elements: [Double]

  init(order: Int) {
    self.order = order
    elements = Array(repeating: 0, count: order * order)
  }

  subscript(row: Int, column: Int) -> Double {
    get { elements[row * order + column] }
    set { elements[row * order + column] = newValue }
  }

  /// How small a pivot may be next to its diagonal element before the matrix counts as singular.
  ///
  /// The pivot of a column is what the columns before it do not explain. Rounding leaves about
  /// 1e-14 of a column that they explain wholly.
  static let smallestPivot = 1e-12

  /// The lower triangle L with L·Lᵀ = the matrix (Cholesky); `nil` when it is singular.
  func cholesky() -> SymmetricMatrix? {
    var lower = SymmetricMatrix(order: order)
    for column in 0..<order {
      for row in column..<order {
        var sum = self[row, column]
        for inner in 0..<column { sum -= lower[row, inner] * lower[column, inner] }
        if row == column {
          guard sum > Self.smallestPivot * self[row, row] else { return nil }
          lower[row, column] = sum.squareRoot()
        } else {
          lower[row, column] = sum / lower[column, column]
        }
      }
    }
    return lower
  }

  /// The solution of L·Lᵀ·x = right, for a triangle from ``cholesky()``.
  func solve(_ right: [Double]) -> [Double] {
    var x = right
    for row in 0..<order {
      for inner in 0..<row { x[row] -= self[row, inner] * x[inner] }
      x[row] /= self[row, row]
    }
    for row in (0..<order).reversed() {
      for inner in (row + 1)..<max(order, row + 1) { x[row] -= self[inner, row] * x[inner] }
      x[row] /= self[row, row]
    }
    return x
  }

  /// The inverse of L·Lᵀ, for a triangle from ``cholesky()``.
  func inverse() -> SymmetricMatrix {
    var result = SymmetricMatrix(order: order)
    for column in 0..<order {
      var unit = [Double](repeating: 0, count: order)
      unit[column] = 1
      for (row, value) in solve(unit).enumerated() { result[row, column] = value }
    }
    return result
  }

  /// The product with another matrix of the same order, which need not be symmetric.
  func times(_ other: SymmetricMatrix) -> SymmetricMatrix {
    var result = SymmetricMatrix(order: order)
    for row in 0..<order {
      for inner in 0..<order {
        let factor = self[row, inner]
        if factor == 0 { continue }
        for column in 0..<order { result[row, column] += factor * other[inner, column] }
      }
    }
    return result
  }

  /// The product with a vector.
  func times(_ vector: [Double]) -> [Double] {
    (0..<order).map { row in
      var sum = 0.0
      for column in 0..<order { sum += self[row, column] * vector[column] }
      return sum
    }
  }

  /// The trace of the square of the matrix.
  var traceOfSquare: Double {
    var sum = 0.0
    for row in 0..<order {
      for column in 0..<order { sum += self[row, column] * self[column, row] }
    }
    return sum
  }

  /// A solution x of Ax = b, by Cholesky's decomposition, also where the matrix is singular; only
  /// the lower half is read.
  ///
  /// A row that those before it determine but for rounding is left out, and its unknown is 0.
  ///
  /// - Parameter right: b.
  /// - Returns: x.
  func solution(of right: [Double]) -> [Double] {
    var factor = self
    var isLeftOut = [Bool](repeating: false, count: order)
    for column in 0..<order {
      var pivot = self[column, column]
      for k in 0..<column where !isLeftOut[k] { pivot -= factor[column, k] * factor[column, k] }
      guard pivot > 1e-14 * self[column, column] else {
        isLeftOut[column] = true
        continue
      }
      let root = pivot.squareRoot()
      factor[column, column] = root
      for row in column + 1..<max(order, column + 1) {
        var sum = self[row, column]
        for k in 0..<column where !isLeftOut[k] { sum -= factor[row, k] * factor[column, k] }
        factor[row, column] = sum / root
      }
    }
    var result = right
    for row in 0..<order {
      guard !isLeftOut[row] else {
        result[row] = 0
        continue
      }
      for k in 0..<row where !isLeftOut[k] { result[row] -= factor[row, k] * result[k] }
      result[row] /= factor[row, row]
    }
    for row in (0..<order).reversed() where !isLeftOut[row] {
      for k in row + 1..<max(order, row + 1) where !isLeftOut[k] {
        result[row] -= factor[k, row] * result[k]
      }
      result[row] /= factor[row, row]
    }
    return result
  }
}
