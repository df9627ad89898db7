import DialogueModel

extension WorkedExample {
  /// The check against the policy; the grounds are invented.
  static let duties: [DutyCheck] = [
    DutyCheck(
      id: "D01", label: "Dialogen dokumenteras och resultatet sprids", strength: "ska",
      status: .met,
      grounds: "Uppgiften finns i avsnitt 0 till 12"),
    DutyCheck(
      id: "D02", label: "Synpunkter lämnas före beslutet", strength: "syfte", status: .met,
      grounds: "Sista svarsdag 10 maj 2026, beslut 15 juni 2026"),
    DutyCheck(
      id: "D03", label: "Förtroendevalda tar initiativ", strength: "ska", status: .met,
      grounds: "Kultur- och fritidsutskottet, 3 februari 2026, § 9"),
    DutyCheck(
      id: "D04", label: "Fullmäktige beslutar om dialogen", strength: "ska", status: .met,
      grounds: "Kommunfullmäktige, 25 februari 2026, § 18"),
    DutyCheck(
      id: "D05", label: "Förtroendevalda möter invånare", strength: "ska", status: .met,
      grounds: "Uppgiften finns i avsnitt 0 till 12"),
    DutyCheck(
      id: "D06", label: "Varje synpunkt får ett svar", strength: "ska", status: .partly,
      grounds: "6 av 8 teman har kommentar och förslag"),
    DutyCheck(
      id: "D07", label: "Dialogen nämns i beslutet till tjänstepersoner",
      strength: "ska om möjligt", status: .notMet,
      grounds: "Beslutet nämner inte verkställandet"),
    DutyCheck(
      id: "D08", label: "Syftet är angivet", strength: "ska", status: .met,
      grounds: "Uppgiften finns i avsnitt 0 till 12"),
    DutyCheck(
      id: "D09", label: "Dialogen är kopplad till ärende och beslut", strength: "ska", status: .met,
      grounds: "Uppgiften finns i avsnitt 0 till 12"),
    DutyCheck(
      id: "D10", label: "Period och beslutsdatum är angivna", strength: "ska", status: .met,
      grounds: "Uppgiften finns i avsnitt 0 till 12"),
    DutyCheck(
      id: "D11", label: "Budget och resurser är angivna", strength: "ska", status: .met,
      grounds: "Uppgiften finns i avsnitt 0 till 12"),
    DutyCheck(
      id: "D12", label: "Ansvariga och deltagande är angivna", strength: "ska", status: .met,
      grounds: "Uppgiften finns i avsnitt 0 till 12"),
    DutyCheck(
      id: "D13", label: "Medborgardialog skiljs från brukardialog", strength: "ska", status: .met,
      grounds: "Uppgiften finns i avsnitt 0 till 12"),
    DutyCheck(
      id: "D14", label: "Koppling till mål och budget", strength: "ska", status: .notMet,
      grounds: "Inget mål är angivet"),
    DutyCheck(
      id: "D15", label: "Dialog övervägs vid beslut som berör invånarna", strength: "ska",
      status: .unknown,
      grounds: ""),
    DutyCheck(
      id: "D16", label: "Dialogen nämns tidigt i tjänsteskrivelsen", strength: "ska",
      status: .partly,
      grounds: "Nämndes 20 april 2026, efter att dialogen började"),
    DutyCheck(
      id: "D17", label: "Behovet av dialogen är angivet", strength: "ska", status: .met,
      grounds: "Uppgiften finns i avsnitt 0 till 12"),
    DutyCheck(
      id: "D18", label: "Syfte och grad av påverkan", strength: "ska", status: .met,
      grounds: "Uppgiften finns i avsnitt 0 till 12"),
    DutyCheck(
      id: "D19", label: "Metoden följer mål, målgrupp och syfte", strength: "ska", status: .unknown,
      grounds: ""),
    DutyCheck(
      id: "D20", label: "Olika metoder för att nå fler", strength: "ska", status: .met,
      grounds: "Uppgiften finns i avsnitt 0 till 12"),
    DutyCheck(
      id: "D21", label: "Information vid väsentliga ändringar", strength: "ska", status: .met,
      grounds: "Uppgiften finns i avsnitt 0 till 12"),
    DutyCheck(
      id: "D22", label: "Deltagarna får veta hur synpunkterna behandlas", strength: "ska",
      status: .met,
      grounds: "Uppgiften finns i avsnitt 0 till 12"),
    DutyCheck(
      id: "D23", label: "Aktiviteter utvärderas", strength: "ska", status: .partly,
      grounds: "2 av 5 aktiviteter är utvärderade"),
    DutyCheck(
      id: "D24", label: "Återkoppling till deltagare och allmänhet", strength: "ska", status: .met,
      grounds: "En av fyra är utförd; 3 personer har bett om svar"),
    DutyCheck(
      id: "D25", label: "Alla som bor, lever och verkar i kommunen omfattas", strength: "ska",
      status: .met,
      grounds: "Uppgiften finns i avsnitt 0 till 12"),
    DutyCheck(
      id: "D26", label: "Målgruppen är vald", strength: "ska", status: .met,
      grounds: "Uppgiften finns i avsnitt 0 till 12"),
    DutyCheck(
      id: "D27", label: "Processen är genomdiskuterad", strength: "bör", status: .unknown,
      grounds: ""),
    DutyCheck(
      id: "D28", label: "Metod och kanal är anpassade till målgrupperna", strength: "ska",
      status: .met,
      grounds: "Uppgiften finns i avsnitt 0 till 12"),
    DutyCheck(
      id: "D29", label: "Extra hänsyn till grupper som sällan hörs", strength: "ska om möjligt",
      status: .met,
      grounds: "Uppgiften finns i avsnitt 0 till 12"),
    DutyCheck(
      id: "D30", label: "Tjänstepersoner kommenterar, förtroendevalda beslutar", strength: "ska",
      status: .met,
      grounds: "Uppgiften finns i avsnitt 0 till 12"),
    DutyCheck(
      id: "D31", label: "Dialogen är en del av beredningen", strength: "ska", status: .met,
      grounds: "Uppgiften finns i avsnitt 0 till 12"),
    DutyCheck(
      id: "D32", label: "Ärendet är tillräckligt berett", strength: "ska", status: .unknown,
      grounds: ""),
    DutyCheck(
      id: "D33", label: "Ramar, möjligheter och begränsningar är angivna", strength: "ska",
      status: .met,
      grounds: "Uppgiften finns i avsnitt 0 till 12"),
    DutyCheck(
      id: "D34", label: "Lagstadgade samråd hålls för sig", strength: "ska", status: .met,
      grounds: "Uppgiften finns i avsnitt 0 till 12"),
    DutyCheck(
      id: "D35", label: "Råden är egna dialogformer", strength: "syfte", status: .met,
      grounds: "Uppgiften finns i avsnitt 0 till 12"),
    DutyCheck(
      id: "D36", label: "Medborgarförslag lämnas till registrator", strength: "syfte", status: .met,
      grounds: "Uppgiften finns i avsnitt 0 till 12"),
    DutyCheck(
      id: "D37", label: "Deltagaren kan hitta sin inlämning", strength: "ska", status: .met,
      grounds: "Uppgiften finns i avsnitt 0 till 12"),
    DutyCheck(
      id: "D38", label: "Resultatet går att kontrollera", strength: "syfte", status: .met,
      grounds: "Uppgiften finns i avsnitt 0 till 12"),
    DutyCheck(
      id: "D39", label: "Återkoppling särskilt till deltagarna", strength: "ska", status: .met,
      grounds: "Uppgiften finns i avsnitt 0 till 12"),
    DutyCheck(
      id: "D40", label: "Det framgår hur synpunkterna påverkade", strength: "bör", status: .met,
      grounds: "Uppgiften finns i avsnitt 0 till 12"),
    DutyCheck(
      id: "D41", label: "Plan för återkoppling före beslutet", strength: "ska", status: .met,
      grounds: "Uppgiften finns i avsnitt 0 till 12"),
    DutyCheck(
      id: "D42", label: "Återkopplingen kan genomföras", strength: "ska", status: .unknown,
      grounds: ""),
    DutyCheck(
      id: "D43", label: "Dialogen följs upp i bokslutet", strength: "ska", status: .met,
      grounds: "Uppgiften finns i avsnitt 0 till 12"),
    DutyCheck(
      id: "D44", label: "Varje aktivitet är utvärderad och daterad", strength: "ska", status: .met,
      grounds: "Uppgiften finns i avsnitt 0 till 12"),
    DutyCheck(
      id: "D45", label: "Policyn följs upp varje mandatperiod", strength: "ska", status: .unknown,
      grounds: ""),
    DutyCheck(
      id: "D46", label: "Policyns version är angiven", strength: "syfte", status: .met,
      grounds: "Uppgiften finns i avsnitt 0 till 12"),
  ]
}
