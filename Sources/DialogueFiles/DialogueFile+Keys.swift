extension DialogueFile {
  /// The keys that a dialogue file may have, by block.
  ///
  /// The empty path is the file itself, and `[]` stands for every item of a list. Blocks with
  /// free keys are not listed.
  ///
  /// The JSON Schema in `pipelines/schema/dialogue.schema.json` has the same keys, which a test
  /// sees to.
  public static let keys: [String: [String]] = [
    "": [
      "dialogue", "case", "purpose", "need", "influence", "period", "budget", "responsible",
      "participating", "openToAll", "reach", "methodReason", "goals", "handlingNotice", "channels",
      "activities", "feedback", "feedbackPlanDate", "information", "reportMentionDate",
      "considered", "planning", "yearlyFollowUp", "sources", "questions", "codebook",
      "targetGroups",
      "reference", "referenceReason", "noReference", "responses", "quotations", "published",
      "policy",
      "thresholds", "emptyAnswers", "idKeyFile", "limits",
    ],
    "dialogue": [
      "id", "title", "lead", "type", "typeReason", "municipality", "synthetic", "idPrefix",
      "policyVersion",
    ],
    "case": [
      "registryNumber", "title", "decidingBody", "plannedDecision", "preparation", "annexNumber",
      "initiative", "proposedBy", "decisionToHold", "decisionExcerpt",
    ],
    "case.initiative": ["body", "date", "paragraph", "registryNumber"],
    "case.decisionToHold": ["body", "date", "paragraph", "registryNumber"],
    "influence": ["scale", "step", "stepNumber", "stepCount", "promise", "open", "limits"],
    "influence.limits[]": ["id", "text"],
    "period": ["from", "through"],
    "budget": ["planned", "spent", "resources"],
    "responsible[]": ["role", "body", "elected"],
    "participating[]": ["role", "body", "elected"],
    "reach[]": ["label", "group", "action", "activities", "seldomHeard", "result"],
    "channels[]": [
      "id", "label", "eligible", "universe", "countsPersons", "selection", "drawn", "sender",
    ],
    "activities[]": [
      "id", "label", "from", "through", "date", "place", "method", "support", "channel",
      "participants", "elected", "officials", "evaluation", "evaluationDate",
    ],
    "feedback[]": ["recipient", "audience", "channel", "latest", "responsible", "done", "note"],
    "sources[]": [
      "path", "profile", "channel", "activity", "encoding", "delimiter", "headerRows", "id",
      "time", "text", "closed", "background", "contact", "drop", "record",
      "sheet", "dateOrder", "multiple", "mendLetters", "sameWords", "organisation",
    ],
    "questions[]": ["column", "label", "answers"],
    "limits": [
      "files", "fileMegabytes", "unpackedMegabytes", "recordMegabytes", "columns", "depth",
    ],
    "thresholds": [
      "alpha", "parityBand", "smallestCount", "largestUnknownShare", "referenceNoise",
    ],
    "thresholds.alpha": ["value", "rationale"],
    "thresholds.parityBand": ["low", "high", "rationale"],
    "thresholds.smallestCount": ["value", "rationale"],
    "thresholds.largestUnknownShare": ["value", "rationale"],
    "thresholds.referenceNoise": ["value", "rationale"],
  ]

  static func keys(of block: String) -> [String] { keys[block] ?? [] }
}
