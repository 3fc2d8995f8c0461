using CommerceVideo.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommerceVideo.Platform.Signing;

/// <summary>A key of this installation. One signs; those before it only verify.</summary>
public sealed class SigningKey
{
    /// <summary>The thumbprint of its public half (RFC 7638), as <c>kid</c>.</summary>
    public required string Id { get; init; }

    /// <summary>A JWK.</summary>
    public required string PublicKey { get; init; }

    /// <summary>Sealed; null once it is retired.</summary>
    public byte[]? PrivateKey { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? RetiredAt { get; set; }
}

internal sealed class SigningKeyTable : IEntityTypeConfiguration<SigningKey>
{
    public void Configure(EntityTypeBuilder<SigningKey> builder) =>
        builder.ToTable("signing_key").HasKey(static key => key.Id);
}

internal static class SigningTables
{
    extension(AppDb db)
    {
        public DbSet<SigningKey> SigningKeys => db.Set<SigningKey>();
    }
}
