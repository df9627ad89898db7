import Annex
import DialogueModel

extension WorkedExample {
  /// The comparison of the web survey.
  ///
  /// The figures are those that the target Representation gives
  /// for the counts.
  static let coverage: AnnexContent.ChannelCoverage = {
    var age: [AnnexContent.GroupCoverage] = [
      group(
        "15-24", "15–24 år", 6, 171, 19, 1010, .under, share: 0.035087719, ratio: 0.334896648,
        gap: 11.915975, holm: 0.0063898762, span: 0.175176787...0.630444400),
      group(
        "25-44", "25–44 år", 61, 171, 19, 2190, .over, share: 0.356725146, ratio: 1.570242196,
        gap: -22.152490, holm: 0.00086669455, span: 1.318852039...1.840937148),
      group(
        "45-64", "45–64 år", 58, 171, 19, 3010, .cannotSay, .tooFew, share: 0.339181287,
        ratio: 1.086281595, gap: -4.606846, holm: 0.981616082, span: 0.906420000...1.281908751),
      group(
        "65-79", "65–79 år", 39, 171, 19, 2560, .cannotSay, .tooFew, share: 0.228070175,
        ratio: 0.858826754, gap: 6.410788, holm: 0.903560440, span: 0.678403239...1.070394598),
      group(
        "80+", "80 år och äldre", 7, 171, 19, 870, .cannotSay, .tooFew, share: 0.040935673,
        ratio: 0.453586072, gap: 8.432573, holm: 0.083950189, span: 0.248888257...0.813985680),
    ]
    age[0].assessment.tippingPoint = 4
    age[2].assessment.largestUnder = 36
    age[3].assessment.largestUnder = 29
    age[4].assessment.largestUnder = 5
    for (place, smallest) in [(2, 72), (3, 63), (4, 28)] {
      age[place].assessment.smallestOver = smallest
    }
    let sex = [
      group(
        "kvinna", "Kvinnor", 122, 178, 12, 4690, .over, share: 0.685393258, ratio: 1.408782732,
        gap: -35.400415, holm: 7.786178e-07, span: 1.287318073...1.519043172),
      group(
        "man", "Män", 56, 178, 12, 4950, .under, share: 0.314606742, ratio: 0.612688685,
        gap: 35.400415, holm: 7.786178e-07, span: 0.508219702...0.727773381, mirror: "kvinna"),
    ]
    let place = [
      group(
        "ekshärad", "Ekshärad med omnejd", 112, 181, 9, 2050, .over, share: 0.618784530,
        ratio: 2.909796523, gap: -73.509336, holm: 1.6e-31, span: 2.626996333...3.176446510),
      group(
        "hagfors", "Hagfors tätort", 38, 181, 9, 4700, .under, share: 0.209944751,
        ratio: 0.430610086, gap: 50.246888, holm: 1.1e-13, span: 0.338406238...0.540014979),
      group(
        "ovriga", "Övriga kommunen", 28, 181, 9, 2890, .under, share: 0.154696133,
        ratio: 0.516010629, gap: 26.262448, holm: 5.57e-05, span: 0.386679088...0.678644574),
      group(
        "utanfor", "Utanför kommunen", 3, 181, 9, nil, .cannotSay, .noReference,
        share: 0.016574586),
    ]
    var disability = group(
      "ja", "Personer med funktionsnedsättning", 14, 149, 41, 964, .cannotSay,
      .referenceUncertain, share: 0.093959732, ratio: 0.939597315, holm: 0.981616082,
      span: 0.308849934...1.404137972)
    disability.assessment.count.referenceCountHigh = 1928
    disability.assessment.referenceShareHigh = 0.2
    disability.assessment.ratioLow = 0.469798658
    disability.assessment.largestUnder = 5
    disability.assessment.smallestOver = 45
    return AnnexContent.ChannelCoverage(
      channel: "enkat", persons: 190, referenceTotal: 9640,
      referenceLabel: "15 år och äldre", referenceSource: "påhittad referens",
      referenceDate: day("2025-12-31"),
      dimensions: [
        .init(id: "age", label: "Ålder", unknown: 19, groups: age),
        .init(id: "sex", label: "Kön", unknown: 12, groups: sex),
        .init(id: "place", label: "Bostadsort", unknown: 9, groups: place),
        .init(
          id: "disability", label: "Funktionsnedsättning", isSensitive: true, unknown: 41,
          isPartition: false, groups: [disability]),
        .init(
          id: "minority", label: "Nationell minoritet", isSensitive: true, unknown: 38,
          noReference: "Sverige för inget register över nationella minoriteter.",
          isPartition: false,
          groups: [
            group(
              "sverigefinne", "Sverigefinnar", 7, 152, 38, nil, .cannotSay, .noReference,
              share: 0.046052632)
          ]),
      ])
  }()

  private static func group(
    _ id: String, _ label: String, _ members: Int, _ known: Int, _ unknown: Int,
    _ reference: Int?, _ class: RepresentationClass, _ reason: RepresentationReason? = nil,
    share: Double, ratio: Double? = nil, gap: Double? = nil, holm: Double? = nil,
    span: ClosedRange<Double>? = nil, mirror: String? = nil
  ) -> AnnexContent.GroupCoverage {
    var assessment = GroupAssessment(
      count: GroupCount(
        id: id, members: members, known: known, unknown: unknown, referenceCount: reference,
        referenceTotal: 9640), classification: `class`, reason: reason)
    assessment.share = share
    assessment.referenceShare = reference.map { Double($0) / 9640 }
    assessment.ratio = ratio
    assessment.gap = gap
    assessment.pHolm = holm
    assessment.ratioInterval90 = span
    return AnnexContent.GroupCoverage(
      id: id, label: label, assessment: assessment, mirrorOf: mirror)
  }
}
