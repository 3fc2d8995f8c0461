using System.ComponentModel.DataAnnotations;

namespace CommerceVideo.Jobs;

public sealed class JobOptions
{
    public const string Section = "Jobs";

    /// <summary>Heavy steps (rendering, encoding) at once on one machine.</summary>
    [Range(1, 256)]
    public int Heavy { get; set; } = Math.Max(1, Environment.ProcessorCount / 2);

    /// <summary>Light steps (calls, reads) at once on one machine.</summary>
    [Range(1, 256)]
    public int Light { get; set; } = 8;

    /// <summary>Runs of one step before it is parked.</summary>
    [Range(1, 100)]
    public int MostAttempts { get; set; } = 5;

    /// <summary>A run that gives no sign for so long is taken over.</summary>
    [Range(typeof(TimeSpan), "00:00:02", "01:00:00")]
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>First wait after a failure; each further one doubles it.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "01:00:00")]
    public TimeSpan FirstBackOff { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Between two looks for somebody who does not answer.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "01:00:00")]
    public TimeSpan WhenAway { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>How often the pump looks without being woken: finds what was due and nobody scheduled.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:01:00")]
    public TimeSpan LookEvery { get; set; } = TimeSpan.FromSeconds(1);
}
