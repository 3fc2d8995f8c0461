namespace CommerceVideo.Finishing.Sound;

/// <summary>What of a bed lies under a film of some length: from where, joined how often, faded in and out.</summary>
/// <param name="Start">Seconds into the bed.</param>
/// <param name="Length">Seconds of one round of the bed, from <paramref name="Start"/> on.</param>
/// <param name="Seconds">As long as the film.</param>
internal sealed record BedCut(double Start, double Length, double Seconds)
{
    /// <summary>One round goes over into the next for so long.</summary>
    public const double Join = 0.5;

    public const double FadeIn = 0.2;

    private const double LongestFadeOut = 1.2;

    private double Period => Length - Join;

    public double FadeOut => Math.Min(LongestFadeOut, Seconds / 4);

    /// <summary>How many rounds it takes.</summary>
    public int Rounds => Length >= Seconds ? 1 : (int)Math.Ceiling((Seconds - Join) / Period);

    /// <summary>From a moment of the film to one of the bed.</summary>
    public double InBed(double moment) => Start + (Rounds == 1 ? moment : moment % Period);

    /// <summary>The share of the bed's own volume at a moment of the film.</summary>
    public double Fade(double moment) => Math.Clamp(Math.Min(moment / FadeIn, (Seconds - moment) / FadeOut), 0, 1);
}
