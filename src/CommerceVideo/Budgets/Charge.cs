using CommerceVideo.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommerceVideo.Budgets;

public enum ChargeState
{
    /// <summary>Set aside; nothing was sent.</summary>
    Reserved,

    /// <summary>The request is on its way or with the provider.</summary>
    Sent,

    /// <summary>Ended, with what it cost.</summary>
    Settled,

    /// <summary>Ended, and cost nothing.</summary>
    Released,

    /// <summary>Nobody knows whether it will be billed: it stays set aside until somebody does.</summary>
    Unclear,
}

/// <summary>One line of the ledger: an attempt that may cost, written before its request goes out.</summary>
public sealed class Charge
{
    /// <summary>The attempt's own id.</summary>
    public required Guid Id { get; init; }

    public required Guid ShopId { get; init; }

    public required string Provider { get; init; }

    public required string Model { get; init; }

    public required ChargeState State { get; init; }

    public required decimal Reserved { get; init; }

    /// <summary>What it cost in the end.</summary>
    public decimal? Settled { get; init; }

    public required string Currency { get; init; }

    /// <summary>What was asked for, as JSON, for a person who has to decide.</summary>
    public required string Asked { get; init; }

    public required string RequestHash { get; init; }

    public required string[] Scopes { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }
}

internal sealed class ChargeTable : IEntityTypeConfiguration<Charge>
{
    public void Configure(EntityTypeBuilder<Charge> builder)
    {
        builder.ToTable("charge").HasKey(static charge => charge.Id);
        builder.Property(static charge => charge.State).HasConversion(LowerCase.Of<ChargeState>());
        builder.Property(static charge => charge.Asked).HasColumnType("jsonb");
    }
}

internal static class ChargeTables
{
    extension(AppDb db)
    {
        public DbSet<Charge> Charges => db.Set<Charge>();
    }
}
