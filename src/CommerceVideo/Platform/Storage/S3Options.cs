namespace CommerceVideo.Platform.Storage;

/// <summary>A bucket of Amazon S3 or of anything that speaks as it does.</summary>
public sealed class S3Options
{
    public string? Bucket { get; set; }

    public string? Region { get; set; }

    /// <summary>For other services than Amazon's; buckets are then part of the path.</summary>
    public Uri? Address { get; set; }

    /// <summary>Without keys the machine's own role is used.</summary>
    public string? AccessKey { get; set; }

    public string? SecretKey { get; set; }
}
