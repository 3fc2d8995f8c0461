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
        public ModelSound Sound { get; set; }
        public StrengthOptions Strengths { get; set; } = new();
        public ArenaOptions? Arena { get; set; }
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

        /// <summary>A price for each length sold.</summary>
        public IDictionary<int, decimal> PerClip { get; init; } = new Dictionary<int, decimal>();
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
