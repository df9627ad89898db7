import DialogueFiles
import Testing

/// A dialogue file with every key, from which the keys are taken away one by one.
@Suite struct EveryKeyTests {
  private indirect enum Tree {
    case leaf(String)
    case map([(String, Tree)])
    case list([Tree])

    /// The tree as YAML on one line.
    var text: String {
      switch self {
      case .leaf(let word): "\"\(word)\""
      case .map(let pairs): "{\(pairs.map { "\($0.0): \($0.1.text)" }.joined(separator: ", "))}"
      case .list(let items): "[\(items.map(\.text).joined(separator: ", "))]"
      }
    }

    /// The paths of all keys, with `[]` for the items of a list.
    func paths(_ prefix: String = "") -> [String] {
      switch self {
      case .leaf: []
      case .map(let pairs):
        pairs.flatMap { key, value in
          let path = prefix.isEmpty ? key : "\(prefix).\(key)"
          return [path] + value.paths(path)
        }
      case .list(let items): items.flatMap { $0.paths(prefix + "[]") }
      }
    }

    func without(_ path: String, at prefix: String = "") -> Tree {
      switch self {
      case .leaf: self
      case .map(let pairs):
        .map(
          pairs.compactMap { key, value in
            let own = prefix.isEmpty ? key : "\(prefix).\(key)"
            return own == path ? nil : (key, value.without(path, at: own))
          })
      case .list(let items): .list(items.map { $0.without(path, at: prefix + "[]") })
      }
    }
  }

  private static func map(_ words: String) -> Tree {
    .map(
      words.split(separator: ";").map { pair in
        let parts = pair.split(separator: "=", maxSplits: 1).map { String($0) }
        return (parts[0], .leaf(parts[1]))
      })
  }

  private static let decision = map(
    "body=Kommunfullmäktige;date=2026-03-25;paragraph=31;registryNumber=KS 1")
  private static let role = Tree.list([map("role=ordföranden;body=Nämnden;elected=true")])
  private static let words = Tree.list([.leaf("ord")])
  private static func limit(_ value: String) -> Tree { map("value=\(value);rationale=R.") }

  private static let whole = Tree.map([
    (
      "dialogue",
      map(
        "id=prov;title=T;lead=L;type=medborgardialog;typeReason=R;municipality=M;synthetic=true;"
          + "idPrefix=HD26;policyVersion=1")
    ),
    (
      "case",
      .map([
        ("registryNumber", .leaf("KS 2026/118")), ("title", .leaf("T")),
        ("decidingBody", .leaf("KF")), ("plannedDecision", .leaf("2026-06-22")),
        ("preparation", .leaf("P")), ("annexNumber", .leaf("3")), ("initiative", decision),
        ("proposedBy", .leaf("U")), ("decisionToHold", decision),
        ("decisionExcerpt", .leaf("E")),
      ])
    ),
    ("purpose", .leaf("P")), ("need", .leaf("N")),
    (
      "influence",
      .map([
        ("scale", .leaf("own")), ("step", .leaf("S")), ("stepNumber", .leaf("1")),
        ("stepCount", .leaf("2")), ("promise", .leaf("P")), ("open", words),
        ("limits", .list([map("id=B1;text=T")])),
      ])
    ),
    ("period", map("from=2026-04-13;through=2026-05-17")),
    ("budget", map("planned=1;spent=2;resources=R")), ("responsible", role),
    ("participating", role), ("openToAll", .leaf("true")),
    (
      "reach",
      .list([
        .map([
          ("label", .leaf("L")), ("group", .leaf("age/16-24")), ("action", .leaf("A")),
          ("activities", .list([.leaf("mote")])), ("seldomHeard", .leaf("true")),
          ("result", .leaf("R")),
        ])
      ])
    ),
    ("methodReason", .leaf("M")), ("goals", words), ("handlingNotice", .leaf("H")),
    (
      "channels",
      .list([
        map(
          "id=webb;label=W;eligible=E;universe=total/16+;countsPersons=true;"
            + "selection=probability;drawn=7;sender=elev")
      ])
    ),
    (
      "activities",
      .list([
        map(
          "id=mote;label=M;from=2026-05-01;through=2026-05-02;place=P;method=M;support=S;"
            + "channel=webb;participants=1;elected=2;officials=3;evaluation=E;"
            + "evaluationDate=2026-05-09"),
        map("id=andra;label=A;date=2026-05-01"),
      ])
    ),
    (
      "feedback",
      .list([
        map(
          "recipient=R;audience=båda;channel=C;latest=2026-06-12;responsible=R;done=2026-06-01;"
            + "note=N")
      ])
    ),
    ("feedbackPlanDate", .leaf("2026-03-12")), ("information", words),
    ("reportMentionDate", .leaf("2026-03-01")), ("considered", .leaf("C")), ("planning", words),
    ("yearlyFollowUp", .leaf("Y")),
    (
      "sources",
      .list([
        .map([
          ("path", .leaf("a.csv")), ("profile", .leaf("p")), ("channel", .leaf("webb")),
          ("activity", .leaf("mote")), ("encoding", .leaf("utf-8")), ("delimiter", .leaf(";")),
          ("headerRows", .leaf("2")), ("id", .leaf("i")), ("time", .leaf("t")),
          ("text", .list([.leaf("A")])), ("closed", .list([.leaf("B")])),
          ("background", map("age=C")), ("contact", .list([.leaf("D")])),
          ("drop", .list([.leaf("E")])), ("record", .leaf("r")),
          ("sheet", .leaf("Blad1")), ("dateOrder", .leaf("dmy")),
          ("multiple", .map([("B", .list([.leaf("x")]))])), ("mendLetters", .leaf("false")),
          ("sameWords", .leaf("count")),
          ("organisation", .map([("F", .list([.leaf("x")]))])),
        ])
      ])
    ),
    (
      "questions",
      .list([
        .map([
          ("column", .leaf("B")), ("label", .leaf("L")), ("answers", .list([.leaf("x")])),
        ])
      ])
    ),
    ("codebook", .leaf("c.yaml")), ("targetGroups", .leaf("g.yaml")),
    ("reference", .leaf("none")), ("referenceReason", .leaf("R")),
    ("noReference", map("place=P")), ("responses", .leaf("r.yaml")),
    ("quotations", .leaf("q.yaml")), ("published", .list([.leaf("p1")])),
    ("policy", .leaf("p.yaml")),
    (
      "thresholds",
      .map([
        ("alpha", limit("0.1")), ("parityBand", map("low=0.7;high=1.4;rationale=R.")),
        ("smallestCount", limit("7")), ("largestUnknownShare", limit("0.3")),
        ("referenceNoise", limit("2")),
      ])
    ),
    ("emptyAnswers", words), ("idKeyFile", .leaf("k")),
    (
      "limits",
      map("files=9;fileMegabytes=9;unpackedMegabytes=9;recordMegabytes=9;columns=9;depth=9")
    ),
  ])

  @Test func `the whole file has every key, and is read without findings`() {
    let (file, findings) = DialogueFile.load(text: Self.whole.text, file: "d")
    #expect(findings.map(\.summary) == [])
    #expect(file != nil)
    let known = DialogueFile.keys.flatMap { block, keys in
      keys.map { block.isEmpty ? $0 : "\(block).\($0)" }
    }
    let free = [
      "sources[].background.age", "sources[].multiple.B", "sources[].organisation.F",
      "noReference.place",
    ]
    #expect(Set(Self.whole.paths()) == Set(known + free))
  }

  @Test func `no key can be taken away without a difference`() throws {
    func read(_ tree: Tree) -> (DialogueFile?, [String]) {
      var (file, findings) = DialogueFile.load(text: tree.text, file: "d")
      file?.lines = [:]
      for index in file?.sources.indices ?? 0..<0 { file?.sources[index].lines = [:] }
      return (file, findings.map(\.summary))
    }
    let whole = read(Self.whole)
    for path in Self.whole.paths() {
      let less = read(Self.whole.without(path))
      #expect(less.0 != whole.0 || less.1 != whole.1, "\(path)")
    }
  }
}
