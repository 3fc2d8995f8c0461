using System.ComponentModel.DataAnnotations;

namespace CommerceVideo.Budgets;

/// <summary>What a shop may spend when it has said nothing itself.</summary>
public sealed class BudgetOptions
{
    public const string Section = "Budgets";

    [Range(0, 1_000_000)]
    public decimal Day { get; set; } = 50;

    [Range(0, 10_000_000)]
    public decimal Month { get; set; } = 500;

    /// <summary>One bulk run or campaign.</summary>
    [Range(0, 10_000_000)]
    public decimal Run { get; set; } = 200;

    [Required]
    [RegularExpression("[A-Z]{3}")]
    public string Currency { get; set; } = "USD";
}
