import DialogueModel

extension DialogueFile {
  /// The target groups with the reasons that the dialogue gives for missing reference figures.
  public func dimensions(of groups: TargetGroupFile) -> [TargetGroupDimension] {
    groups.dimensions.map { dimension in
      var dimension = dimension
      dimension.noReference =
        noReference[dimension.id] ?? dimension.noReference ?? referenceReason
      return dimension
    }
  }

  /// The reasons for missing reference figures of the target groups and of the dialogue together.
  public func noReference(with groups: TargetGroupFile) -> [String: String] {
    groups.noReference.merging(noReference) { _, own in own }
  }

  /// Finds rows of the reference population that nothing is compared with.
  ///
  /// - Parameters:
  ///   - reference: The reference population.
  ///   - file: Its name for findings.
  /// - Returns: What was found.
  public func findings(unusedIn reference: ReferencePopulationFile, file: String) -> [Finding] {
    ReferenceUse(file: file, reference: reference, dialogue: self).findings()
  }

  /// Finds names in the dialogue file that the target groups or the reference population lack.
  ///
  /// - Parameters:
  ///   - file: The dialogue file's name for findings.
  ///   - dimensions: The target groups.
  ///   - reference: The reference population, where there is one.
  /// - Returns: What was found.
  public func findings(
    file: String, dimensions: [TargetGroupDimension], reference: ReferencePopulation?
  ) -> [Finding] {
    let names = GroupNames(file: file, lines: lines, dimensions: dimensions)
    var findings: [Finding] = []
    for (index, source) in sources.enumerated() {
      for dimension in source.background.keys.sorted() {
        findings += names.dimension(
          dimension, key: "sources[\(index + 1)].background",
          line: source.lines["background/\(dimension)"])
      }
    }
    for (index, group) in dialogue.groupsToReach.enumerated() {
      if let name = group.group {
        findings += names.group(name, key: "reach[\(index + 1)].group")
      }
    }
    for name in noReference.keys.sorted() {
      findings +=
        name.contains("/")
        ? names.group(name, key: "noReference.\(name)")
        : names.dimension(
          name, key: "noReference.\(name)", line: lines["noReference.\(name)"])
    }
    guard let reference else { return findings }
    for (index, channel) in dialogue.channels.enumerated() {
      if let universe = channel.universe {
        findings += names.universe(
          universe, key: "channels[\(index + 1)].universe", reference: reference)
      }
    }
    return findings
  }
}
