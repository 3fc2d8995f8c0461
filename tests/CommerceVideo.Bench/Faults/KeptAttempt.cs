namespace CommerceVideo.Bench.Faults;

/// <summary>Where an attempt stands at the end.</summary>
internal enum AttemptFate
{
    /// <summary>Neither ended nor shown to a person.</summary>
    Open,

    Collected,

    /// <summary>Ended without a Clip.</summary>
    Ended,

    /// <summary>Shown to a person, who has not decided.</summary>
    Shown,

    /// <summary>Shown to a person, who decided whether it was bought.</summary>
    Decided,
}

/// <summary>One attempt as our own tables keep it at the end.</summary>
/// <param name="Booked">What the ledger holds for it: what it cost, or what is still set aside.</param>
internal sealed record KeptAttempt(
    Guid Id,
    Guid Brief,
    string Provider,
    string Model,
    AttemptFate Fate,
    decimal Booked
);
