using CommerceVideo.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommerceVideo.VideoModels.Keys;

/// <summary>A shop's own key of a provider, sealed.</summary>
public sealed class ShopProviderKey
{
    public required Guid ShopId { get; init; }

    public required string Provider { get; init; }

    public required byte[] Sealed { get; set; }

    public required DateTimeOffset ChangedAt { get; set; }
}

internal sealed class ShopProviderKeyTable : IEntityTypeConfiguration<ShopProviderKey>
{
    public void Configure(EntityTypeBuilder<ShopProviderKey> builder) =>
        builder.ToTable("provider_key").HasKey(static key => new { key.ShopId, key.Provider });
}

internal static class KeyTables
{
    extension(AppDb db)
    {
        public DbSet<ShopProviderKey> ShopProviderKeys => db.Set<ShopProviderKey>();
    }
}
