using CommerceVideo.Platform;

namespace CommerceVideo.Budgets;

/// <summary>Money to be set aside for one attempt.</summary>
/// <param name="Id">The attempt's own id: setting aside twice is setting aside once.</param>
/// <param name="Asked">What is asked for, as JSON, for a person.</param>
public sealed record Reservation(
    Guid Id,
    Guid Shop,
    string Provider,
    string Model,
    Money Price,
    string Asked,
    string RequestHash
);

/// <summary>Whether it could be set aside.</summary>
public abstract record ReservationOutcome
{
    private ReservationOutcome() { }

    public sealed record Reserved : ReservationOutcome;

    /// <param name="Held">What the cap has already taken up.</param>
    public sealed record OverCap(Cap Cap, Money Held) : ReservationOutcome;

    /// <summary>It is paid in other money than the cap is set in: it is not bought, because amounts are never converted.</summary>
    public sealed record OtherMoney(Cap Cap) : ReservationOutcome;
}
