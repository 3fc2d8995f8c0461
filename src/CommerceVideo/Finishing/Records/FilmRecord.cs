using CommerceVideo.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommerceVideo.Finishing.Records;

/// <summary>What is known of one finished file and its poster, signed. It outlives its shop, of which it says nothing.</summary>
public sealed class FilmRecord
{
    /// <summary>Cannot be guessed; stands in the file itself.</summary>
    public required string Id { get; init; }

    public Guid? ShopId { get; init; }

    public Guid? BriefId { get; init; }

    public required string Sha256 { get; set; }

    public required string PosterSha256 { get; set; }

    /// <summary>The signed sidecar, as JSON.</summary>
    public required string Sidecar { get; set; }

    /// <summary>The same in storage.</summary>
    public required string SidecarKey { get; set; }

    public required DateTimeOffset MadeAt { get; set; }
}

internal sealed class FilmRecordTable : IEntityTypeConfiguration<FilmRecord>
{
    public void Configure(EntityTypeBuilder<FilmRecord> builder) =>
        builder.ToTable("film_record").HasKey(static record => record.Id);
}

internal static class RecordTables
{
    extension(AppDb db)
    {
        public DbSet<FilmRecord> FilmRecords => db.Set<FilmRecord>();
    }
}
