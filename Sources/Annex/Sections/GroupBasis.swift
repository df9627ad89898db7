/// What the figures of a group are computed from, by key.
extension AnnexContent.DimensionCoverage {
  /// The two groups of a variable of two values, when the group is one of them: those who named one
  /// of the two are the known of both.
  func pair(of group: AnnexContent.GroupCoverage) -> [AnnexContent.GroupCoverage]? {
    let other = groups.first { $0.mirrorOf == group.id || group.mirrorOf == $0.id }
    guard let other, other.id != group.id else { return nil }
    let (one, two) = (group.assessment.count, other.assessment.count)
    guard one.known == two.known, one.members + two.members == one.known else { return nil }
    return [group, other]
  }

  /// The counts that a group's share and all that follows from it are computed from.
  ///
  /// A share gives away the count and, with it, how many are unknown; with the number of persons it
  /// gives away how many are known, and the other way round. Of a pair it is the two counts.
  public func basis(of group: AnnexContent.GroupCoverage, in channel: String) -> [String] {
    classBasis(of: group, in: channel) + [FigureKey.channel(channel)]
  }

  /// The counts that a group's class is computed from.
  func classBasis(of group: AnnexContent.GroupCoverage, in channel: String) -> [String] {
    guard let pair = pair(of: group) else {
      return [
        FigureKey.group(channel, id, group.id, "members"), FigureKey.unknown(channel, id),
      ]
    }
    return pair.map { FigureKey.group(channel, id, $0.id, "members") }
  }

  /// The key of how many are unknown to a group's comparison: those who did not answer, and for a
  /// pair those who named neither.
  func unknownKey(of group: AnnexContent.GroupCoverage, in channel: String) -> String {
    group.assessment.count.unknown == unknown
      ? FigureKey.unknown(channel, id) : FigureKey.group(channel, id, group.id, "unknown")
  }
}
