using System.ComponentModel.DataAnnotations;

namespace CommerceVideo.VideoModels.Register;

/// <summary>The register as settings: every model version there is or was, and which may be used here.</summary>
public sealed class ModelsOptions
{
    public const string Section = "Models";

    /// <summary><c>all</c>, <c>studio</c>, or ids and providers, comma-separated.</summary>
    [Required]
    public string Allowed { get; set; } = "all";

    public IDictionary<string, VersionOptions> Versions { get; init; } = new Dictionary<string, VersionOptions>();

    /// <summary>By provider: what it takes off for the volume of all its models together.</summary>
    public IDictionary<string, IList<TierOptions>> ProviderTiers { get; init; } =
        new Dictionary<string, IList<TierOptions>>();

    public sealed class VersionOptions
    {
        public string Name { get; set; } = "";
        public string Provider { get; set; } = "";
        public string? WireName { get; set; }
        public DateOnly Launched { get; set; }
        public DateOnly? Deprecated { get; set; }
        public DateOnly? Retired { get; set; }
        public DateOnly Verified { get; set; }
        public string? Replacement { get; set; }
        public IList<ShotStart> Starts { get; init; } = [];

        /// <summary>Empty: every move.</summary>
        public IList<ShotMove> Moves { get; init; } = [];
        public int Shortest { get; set; }
        public int Longest { get; set; }
        public IList<int> Lengths { get; init; } = [];
        public string Currency { get; set; } = "USD";
        public IDictionary<string, SizeOptions> Sizes { get; init; } = new Dictionary<string, SizeOptions>();
        public IList<string> Ratios { get; init; } = [];
        public bool Ending { get; set; }
        public int References { get; set; }
        public int ReferencesBesideFrame { get; set; }

        /// <summary>Empty: as with a first frame.</summary>
        public IList<int> ReferenceLengths { get; init; } = [];

        /// <summary>Empty: as with a first frame.</summary>
        public IList<string> ReferenceRatios { get; init; } = [];
        public bool TakesPeople { get; set; } = true;
        public ModelSound Sound { get; set; }
        public StrengthOptions Strengths { get; set; } = new();
        public ArenaOptions? Arena { get; set; }

        /// <summary>Uses, by their words: page, social, hero, isolation, lifestyle.</summary>
        public IList<string> BestFor { get; init; } = [];

        /// <summary>What is taken off for the volume of this model alone; instead of its provider's.</summary>
        public IList<TierOptions> Tiers { get; init; } = [];
        public int TypicalSeconds { get; set; }
        public int AtOnce { get; set; } = 1;
        public int PerMinute { get; set; }
        public bool BillsRefusals { get; set; }
        public bool TrueToPhoto { get; set; }

        /// <summary>Where all this was read.</summary>
        public string Source { get; set; } = "";
    }

    public sealed class SizeOptions
    {
        public int ShortSide { get; set; }
        public decimal? PerSecond { get; set; }
        public decimal? PerMillionTokens { get; set; }
        public decimal? PerMillionPixels { get; set; }

        /// <summary>A price for each length sold.</summary>
        public IDictionary<int, decimal> PerClip { get; init; } = new Dictionary<int, decimal>();
    }

    /// <summary>From a volume on (in one of the two units), what lies beyond it costs so many times its list price.</summary>
    public sealed class TierOptions
    {
        public decimal? FromSeconds { get; set; }

        /// <summary>In the model's currency, at list prices.</summary>
        public decimal? FromAmount { get; set; }

        /// <summary>Above 0, at most 1.</summary>
        public decimal Factor { get; set; }
    }

    public sealed class StrengthOptions
    {
        public double Fabric { get; set; }
        public double Motion { get; set; }
        public double Cinematic { get; set; }
        public double Control { get; set; }
        public double Speed { get; set; }
        public string Source { get; set; } = "";
    }

    public sealed class ArenaOptions
    {
        public int Score { get; set; }
        public int PlusMinus { get; set; }
        public DateOnly On { get; set; }
        public string Board { get; set; } = "";
    }
}
