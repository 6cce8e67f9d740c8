extension Register {
  /// How much of a service a place runs, or nil when it has no duty for it.
  ///
  /// Where only some of a kind run a service (fire, police) the register must name the place as
  /// the body that does. Without a duty a blank or zero is not a saving: it does not apply.
  public func duty(of place: Place, for service: String, on day: Day? = nil) -> Duty.Role? {
    let duties = duties[place.kind] ?? []
    guard let duty = duties.first(where: { $0.service == service && $0.validity.holds(on: day) })
    else { return nil }
    // Nothing names the councils for a residual line: any may report it.
    guard duty.role == .some, servicesNamed.contains(service) else { return duty.role }
    let runs = (servicesByBody[place.code] ?? []).contains {
      $0.service == service && $0.validity.holds(on: day)
    }
    return runs ? .some : nil
  }

  /// The bodies that run services for the area of a council, by body and service.
  public func bodies(serving council: String, on day: Day? = nil) -> [BodyService] {
    (servicesByMember[council] ?? []).filter { $0.validity.holds(on: day) }
      .sorted { ($0.body, $0.service) < ($1.body, $1.service) }
  }

  /// The councils whose area a body serves, in both tiers, in the order of their codes.
  ///
  /// For one service, or for any when none is named.
  public func councils(
    servedBy body: String, for service: String? = nil, on day: Day? = nil
  ) -> [Place] {
    let rows = (servicesByBody[body] ?? []).filter { row in
      row.validity.holds(on: day) && (service == nil || row.service == service)
    }
    return places(for: Set(rows.map(\.member)).sorted())
  }
}
