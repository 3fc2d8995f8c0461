using CommerceVideo.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommerceVideo.Shops;

/// <summary>One store that installed the app. Its tokens are sealed: <see cref="Tokens.ShopTokens"/> opens them.</summary>
public sealed class Shop
{
    public required Guid Id { get; init; }

    /// <summary>The permanent <c>name.myshopify.com</c>.</summary>
    public required string Domain { get; init; }

    public string Scopes { get; set; } = "";

    public byte[]? AccessToken { get; set; }

    public DateTimeOffset? AccessTokenExpiresAt { get; set; }

    public byte[]? RefreshToken { get; set; }

    public DateTimeOffset? RefreshTokenExpiresAt { get; set; }

    public required DateTimeOffset InstalledAt { get; set; }

    public DateTimeOffset? UninstalledAt { get; set; }
}

internal sealed class ShopTable : IEntityTypeConfiguration<Shop>
{
    public void Configure(EntityTypeBuilder<Shop> builder) => builder.ToTable("shop").HasKey(static shop => shop.Id);
}

internal static class ShopTables
{
    extension(AppDb db)
    {
        public DbSet<Shop> Shops => db.Set<Shop>();
    }
}
