using CommerceVideo.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommerceVideo.Briefs;

/// <summary>One version of a named recipe of a shop: Shots in plain intent. No model is in it, so that it outlives them all.</summary>
public sealed class Recipe
{
    public required Guid Id { get; init; }

    public required Guid ShopId { get; init; }

    public required string Name { get; init; }

    /// <summary>1 for the first; a change is a new version, and an old one stays what it was.</summary>
    public required int Version { get; init; }

    public required Use Use { get; init; }

    /// <summary>The Shots, as JSON.</summary>
    public required string Shots { get; init; }

    /// <summary>A wish in a person's own words that goes with it.</summary>
    public string? Note { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}

internal sealed class RecipeTable : IEntityTypeConfiguration<Recipe>
{
    public void Configure(EntityTypeBuilder<Recipe> builder)
    {
        builder.ToTable("recipe").HasKey(static recipe => recipe.Id);
        builder.Property(static recipe => recipe.Use).HasConversion(LowerCase.Of<Use>());
        builder.Property(static recipe => recipe.Shots).HasColumnType("jsonb");
    }
}

internal static class RecipeTables
{
    extension(AppDb db)
    {
        public DbSet<Recipe> Recipes => db.Set<Recipe>();
    }
}
