extension SmallCountSuppression {
  /// The number of hidden counts that hang together above which none of them is shown again, since
  /// it takes too long.
  private static let largestClearing = 400

  /// Shows again what was hidden for another's sake and is no longer needed for it.
  ///
  /// What is left hidden cannot be had by subtraction either: showing it would then have changed
  /// nothing.
  mutating func showWhatNeedNotBeHidden() {
    var done: Set<Int> = []
    for start in system.counts.indices where system.counts[start].isHidden {
      guard !done.contains(start) else { continue }
      let component = system.component(of: start)
      done.formUnion(component.counts)
      let company = component.counts.filter {
        system.counts[$0].isPrinted && !system.counts[$0].isProtected
      }
      let printed = component.counts.count { system.counts[$0].isPrinted }
      guard !company.isEmpty, printed <= Self.largestClearing else { continue }
      clear(company, in: component)
    }
  }

  private mutating func clear(_ company: [Int], in component: CountSystem.Component) {
    let costliest = company.sorted {
      let (left, right) = (system.counts[$0], system.counts[$1])
      return (right.dependents, right.value, $0) < (left.dependents, left.value, $1)
    }
    var base = PossibleWorlds(component, in: system)
    for count in costliest {
      var trial = base
      trial.fix(count)
      let kept = proofs
      var isSafe = true
      for small in component.counts where system.counts[small].isProtected {
        guard !hopeless.contains(small), let proof = proofs[small] else { continue }
        let below = proof.worldBelow.map { worlds[$0][count] != nil } ?? false
        let above = proof.worldAbove.map { worlds[$0][count] != nil } ?? false
        guard below || above else { continue }
        if below { proofs[small]?.below = 0 }
        if below { proofs[small]?.worldBelow = nil }
        if above { proofs[small]?.above = 0 }
        if above { proofs[small]?.worldAbove = nil }
        let start = trial
        if !prove(small, &trial, start) {
          isSafe = false
          break
        }
      }
      if isSafe {
        system.counts[count].isHidden = false
        base.fix(count)
      } else {
        proofs = kept
      }
    }
  }
}
