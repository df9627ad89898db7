/// The linearised scores of a weighted share, with the margins taken out.
///
/// The respondents of a cell who gave the answer, gave another, or gave none have one score each,
/// so that there are three groups for a cell, however many respondents.
struct ScoreResiduals {
  /// Σ (w e)² over the respondents, about their mean.
  let sumOfSquares: Double

  /// The most sweeps through all margins.
  private static let largestSweepCount = 1000

  init(_ answer: ClosedAnswer, _ weights: RakingWeights, share: Double) {
    let cells = weights.sample.cells
    let mean = weights.figures.mean
    var groups: [Group] = []
    var whole = 0.0
    for (index, cell) in cells.enumerated() {
      let weight = weights.weights[index] / mean
      let start = weights.startWeights[index] / mean
      let yes = answer.yes[index]
      let no = answer.answered[index] - yes
      whole += Double(answer.answered[index]) * weight
      for (count, score) in [(yes, 1 - share), (no, -share), (cell.count - yes - no, 0)]
      where count > 0 {
        groups.append(
          Group(cell: index, count: Double(count), weight: weight, start: start, score: score))
      }
    }
    for index in groups.indices { groups[index].score /= whole }
    Self.sweep(&groups, weights)

    let n = Double(weights.figures.count)
    let average = groups.reduce(0) { $0 + $1.count * $1.weight * $1.score } / n
    sumOfSquares = groups.reduce(0) { sum, group in
      let distance = group.weight * group.score - average
      return sum + group.count * distance * distance
    }
  }

  /// Takes the mean of every category out, again and again until there is none left.
  private static func sweep(_ groups: inout [Group], _ weights: RakingWeights) {
    let margins = weights.margins
    let scale = groups.reduce(0) { max($0, abs($1.score)) }
    guard scale > 0 else { return }
    let codes = margins.indices.map { variable in
      groups.map {
        weights.sample.cells[$0.cell].categories[variable] ?? margins[variable].missingCode
      }
    }
    let masses = margins.indices.map { variable in
      var masses = [Double](repeating: 0, count: margins[variable].missingCode + 1)
      for (index, group) in groups.enumerated() {
        masses[codes[variable][index]] += group.count * group.start
      }
      return masses
    }
    for _ in 0..<largestSweepCount {
      var largest = 0.0
      for variable in margins.indices {
        let codes = codes[variable]
        var means = [Double](repeating: 0, count: masses[variable].count)
        for (index, group) in groups.enumerated() {
          means[codes[index]] += group.count * group.start * group.score
        }
        for category in means.indices where masses[variable][category] > 0 {
          means[category] /= masses[variable][category]
          largest = max(largest, abs(means[category]))
        }
        for index in groups.indices { groups[index].score -= means[codes[index]] }
      }
      if largest <= 1e-14 * scale { break }
    }
  }

  private struct Group {
    let cell: Int
    let count: Double
    let weight: Double
    let start: Double
    var score: Double
  }
}
