/// The lowest participation rate of a dimension over the highest, for comparison only.
///
/// It is the score that Go Vocal shows: min(x_g/N_g) / max(x_g/N_g), from 0 to 1. Inspel draws no
/// conclusion from it. It names no group, one empty group makes it 0, and it falls when few take
/// part: in fair draws of lots over six age bands it is 0.26 on average with 30 persons, 0.42 with
/// 64, 0.58 with 150 and 0.81 with 1,000, though nobody is missing in any of them.
public enum MinMaxScore {
  /// The score, or `nil` when nobody took part or a group has no inhabitants.
  ///
  /// - Parameters:
  ///   - members: The members of each group.
  ///   - reference: The inhabitants of each group, in the same order.
  /// - Returns: The score, from 0 to 1.
  public static func value(members: [Int], reference: [Int]) -> Double? {
    guard members.count == reference.count, reference.allSatisfy({ $0 > 0 }),
      members.allSatisfy({ $0 >= 0 })
    else { return nil }
    let rates = zip(members, reference).map { Double($0) / Double($1) }
    guard let lowest = rates.min(), let highest = rates.max(), highest > 0 else { return nil }
    return lowest / highest
  }
}
