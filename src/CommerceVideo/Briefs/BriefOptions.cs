using System.ComponentModel.DataAnnotations;

namespace CommerceVideo.Briefs;

public sealed class BriefOptions
{
    public const string Section = "Briefs";

    /// <summary>What is made of each new picture by itself, comma-separated: page, social, hero, isolation, lifestyle.</summary>
    [Required]
    [RegularExpression(
        "(?i)(page|social|hero|isolation|lifestyle)(,(page|social|hero|isolation|lifestyle))*",
        ErrorMessage = "Briefs__Uses is a comma-separated list of page, social, hero, isolation, lifestyle."
    )]
    public string Uses { get; set; } = "page,social";

    public IEnumerable<Use> Wanted =>
        Uses.Split(',').Select(static word => Enum.Parse<Use>(word, ignoreCase: true)).Distinct();

    /// <summary>Length of a campaign hero.</summary>
    [Range(4, Sequences.LongestFilm)]
    public double HeroSeconds { get; set; } = 8;

    /// <summary>Length of a walk.</summary>
    [Range(4, 15)]
    public double WalkSeconds { get; set; } = 12;
}
