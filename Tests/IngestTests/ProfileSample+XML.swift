import Ingest

extension ProfileSample {
  private static let one = "Det behövs mer ljus vid hållplatsen"

  private static func document(
    _ profile: String, _ style: String, _ confidence: InspectedFile.Confidence, _ text: String,
    kind: InspectedFile.Kind = .submissions, answer: String = "", id: String? = nil,
    time: String? = nil, isFinished: Bool? = nil, dropped: [String] = []
  ) -> ProfileSample {
    ProfileSample(
      profile: profile, style: style, text: text, confidence: confidence, kind: kind,
      headerRows: nil, answer: answer, id: id, time: time, isFinished: isFinished,
      dropped: dropped)
  }

  private static func instance(_ namespace: String?) -> String {
    let xmlns = namespace.map {
      " xmlns=\"http://www.oeplatform.org/version/\($0)/schemas/flowinstance\""
    }
    return """
      <FlowInstance\(xmlns ?? "")><Header><Flow><FamilyID>161</FamilyID></Flow>
      <FlowInstanceID>17</FlowInstanceID><Poster><Firstname>Kalle</Firstname></Poster>
      <Posted>2026-04-14T09:10:00</Posted><FirstSubmitted>2026-04-14T09:12:33</FirstSubmitted>
      </Header><Values><synpunkt><QueryID>1</QueryID><Name>Fråga</Name><Value>\(one)</Value>
      </synpunkt></Values></FlowInstance>
      """
  }

  static let xml: [ProfileSample] = [
    document(
      "open-eplatform", "namespace 2.0", .certain, instance("2.0"), answer: "Values/synpunkt",
      id: "17", time: "2026-04-14 09:12:33", dropped: ["Header/Poster"]),
    document(
      "open-eplatform", "namespace 1.2, XML 1.1", .certain,
      "<?xml version=\"1.1\"?>" + instance("1.2"), answer: "Values/synpunkt", id: "17",
      time: "2026-04-14 09:12:33", dropped: ["Header/Poster"]),
    document(
      "open-eplatform", "several in one root", .certain,
      "<FlowInstances>\(instance("2.0"))\(instance("2.0"))</FlowInstances>",
      answer: "Values/synpunkt", id: "17", time: "2026-04-14 09:12:33",
      dropped: ["Header/Poster"]),
    document(
      "open-eplatform", "without the namespace", .likely, instance(nil),
      answer: "Values/synpunkt", id: "17", time: "2026-04-14 09:12:33",
      dropped: ["Header/Poster"]),
    document(
      "open-eplatform", "a list of cases", .certain,
      "<FlowInstances><FlowInstance><flowInstanceID>17</flowInstanceID>"
        + "<added>2026-04-14 11:16</added></FlowInstance></FlowInstances>", kind: .summary),
    document(
      "openrosa", "ODK", .certain,
      "<data xmlns=\"http://opendatakit.org/submissions\" id=\"enkat\" version=\"3\""
        + " submissionDate=\"2026-04-14T09:12:33.179Z\" isComplete=\"true\"><varfor>\(one)</varfor>"
        + "<deviceid>35</deviceid><n:meta xmlns:n=\"http://openrosa.org/xforms\">"
        + "<n:instanceID>uuid:17</n:instanceID></n:meta></data>", answer: "varfor", id: "uuid:17",
      time: "2026-04-14 09:12:33", dropped: ["deviceid"]),
    document(
      "openrosa", "without a namespace", .likely,
      "<enkat id=\"enkat\"><varfor>\(one)</varfor><meta><instanceID>uuid:17</instanceID></meta>"
        + "</enkat>", answer: "varfor", id: "uuid:17"),
    document(
      "openrosa", "form definition", .certain,
      "<h:html xmlns=\"http://www.w3.org/2002/xforms\" xmlns:h=\"http://www.w3.org/1999/xhtml\""
        + " xmlns:orx=\"http://openrosa.org/xforms\"><h:head><model><instance><data id=\"x\"><a/>"
        + "<orx:meta><orx:instanceID/></orx:meta></data></instance></model></h:head></h:html>",
      kind: .structure),
    document(
      "orbeon", "form", .certain,
      "<form xmlns:fr=\"http://orbeon.org/oxf/xml/form-runner\" fr:data-format-version=\"4.0.0\">"
        + "<section><varfor>\(one)</varfor><dolt fr:relevant=\"false\"/></section></form>",
      answer: "section/varfor"),
    document(
      "limesurvey-xml", "archive of responses", .certain,
      "<document><LimeSurveyDocType>Responses</LimeSurveyDocType><responses><rows><row>"
        + "<id>17</id><submitdate>2026-04-14 09:12:33</submitdate><ipaddr>192.0.2.1</ipaddr>"
        + "<_1X2X3>\(one)</_1X2X3></row></rows></responses></document>", answer: "_1X2X3",
      id: "17", time: "2026-04-14 09:12:33", isFinished: true, dropped: ["ipaddr"]),
    document(
      "limesurvey-xml", "survey structure", .certain,
      "<document><LimeSurveyDocType>Survey</LimeSurveyDocType><questions><rows><row><qid>1</qid>"
        + "<question>Vad tycker du?</question></row></rows></questions></document>",
      kind: .structure),
    document(
      "formidable", "entries", .certain,
      "<channel><form><id>1</id><field><id>12</id><name>Varför?</name></field></form><item>"
        + "<id>17</id><created_at>2026-04-14 09:12:33</created_at><name>Någon</name>"
        + "<item_meta><field_id>12</field_id><meta_value>\(one)</meta_value></item_meta></item>"
        + "</channel>", answer: "item_meta/meta_value", id: "17", time: "2026-04-14 09:12:33",
      dropped: ["name"]),
    document(
      "formidable", "a form alone", .certain,
      "<channel><form><id>1</id><field><id>12</id><name>Varför?</name></field></form></channel>",
      kind: .structure),
    document(
      "open311", "requests", .certain,
      "<service_requests><request><service_request_id>17</service_request_id><description>\(one)"
        + "</description><requested_datetime>2026-04-14T09:12:33Z</requested_datetime>"
        + "<address>Gatan 1</address></request></service_requests>", answer: "description",
      id: "17", time: "2026-04-14 09:12:33", dropped: ["address"]),
  ]
}
