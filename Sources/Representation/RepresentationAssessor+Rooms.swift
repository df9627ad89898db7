import DialogueModel

extension RepresentationAssessor {
  /// What each comparison tells of counts that are hidden from a reader who knows the method.
  ///
  /// A class rests on the group's members, on how many answered, and through ``HolmCorrection`` on
  /// the chances of all other groups. It tells nothing when it is the same for every number of
  /// members in the group's room, whatever is true in the rooms of the others: between the least
  /// and the most that their chances can be, the factor that decides goes one way only. Whether a
  /// class tells follows from the rooms and from what is shown, so that knowing it tells nothing
  /// either.
  ///
  /// - Parameter rooms: All groups of the report, in the order of ``assess(_:)``.
  /// - Returns: One answer for each group.
  public func telling(_ rooms: [GroupRoom]) -> [ComparisonTelling] {
    let pairs = MirrorPairs(rooms.map(\.count), mirrors: mirrors)
    let counts = pairs.counts
    let origins = pairs.origins(counts.map { GroupComparison($0, noise: referenceNoise) })
    let family = counts.indices.filter { origins[$0] == $0 }
    let chances = family.map { possibleChances(rooms[$0]) }
    let places = Dictionary(uniqueKeysWithValues: zip(family, 0...))
    let most = HolmCorrection(chances.map(\.lowerBound))
    let least = HolmCorrection(chances.map(\.upperBound))
    return rooms.indices.map { index in
      let factors: [Int]
      if let place = origins[index].flatMap({ places[$0] }) {
        factors = [most, least].map { $0.factor(at: place, level: rule.alpha) }
      } else {
        factors = [1, max(1, family.count)]
      }
      return telling(rooms[index], factors: factors)
    }
  }

  /// A class with its reason, and what the unknown could change of it.
  private struct Verdict {
    var classification: RepresentationClass
    var reason: RepresentationReason?
    var tippingPoint: Int?
  }

  private func telling(_ room: GroupRoom, factors: [Int]) -> ComparisonTelling {
    guard room.knowsAnswers, let members = room.members else {
      return isSameForAll(room) ? .nothing : .classification
    }
    let verdicts = members.flatMap { members in
      factors.map { verdict(of: room.count, members: members, factor: $0) }
    }
    guard let first = verdicts.first else { return .classification }
    guard
      verdicts.allSatisfy({
        $0.classification == first.classification && $0.reason == first.reason
      })
    else { return .classification }
    return verdicts.allSatisfy { $0.tippingPoint == first.tippingPoint } ? .nothing : .lines
  }

  /// Whether the class follows from what is no secret, whatever the number of members is.
  private func isSameForAll(_ room: GroupRoom) -> Bool {
    let count = room.count
    guard let low = count.referenceCount, let total = count.referenceTotal else { return true }
    let high = count.referenceCountHigh ?? low
    guard high > 0 else { return false }
    if count.isByDesign { return true }
    guard room.knowsAnswers else { return false }
    // Where more answered than the group or the others are, some numbers contradict the figure.
    guard count.known <= min(low, total - high) else { return false }
    return count.known == 0 || isMostlyUnknown(count)
  }

  private func verdict(of count: GroupCount, members: Int, factor: Int) -> Verdict {
    var count = count
    count.members = members
    let obstacle = GroupComparison.obstacle(to: count)
    guard obstacle == nil, let comparison = GroupComparison(count, noise: referenceNoise) else {
      return Verdict(classification: .cannotSay, reason: obstacle)
    }
    if isMostlyUnknown(count) {
      return Verdict(classification: .cannotSay, reason: .mostlyUnknown)
    }
    let limits = DecisionLimits(rule: rule, factor: factor)
    let (classification, reason) = comparison.classify(limits)
    var verdict = Verdict(classification: classification, reason: reason)
    if [.under, .over].contains(classification) {
      verdict.tippingPoint = comparison.tippingPoint(classification, limits)
    }
    return verdict
  }

  /// The least and the most that the chance of a group's count can be.
  private func possibleChances(_ room: GroupRoom) -> ClosedRange<Double> {
    guard room.knowsAnswers, let members = room.members else { return 0...1 }
    var found: ClosedRange<Double>?
    for members in members {
      var count = room.count
      count.members = members
      // With such a number it would be no test at all.
      guard let comparison = GroupComparison(count, noise: referenceNoise) else { return 0...1 }
      let chance = comparison.tails.twoSided
      found = min(found?.lowerBound ?? 1, chance)...max(found?.upperBound ?? 0, chance)
    }
    return found ?? 0...1
  }
}
