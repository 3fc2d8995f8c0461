using System.ComponentModel.DataAnnotations;

namespace CommerceVideo.Webhooks;

/// <summary>What the webhook edge needs to know; checked when the host starts.</summary>
public sealed class WebhookOptions : IValidatableObject
{
    /// <summary>The database of the deliveries. The edge keeps one connection of its own to it.</summary>
    [Required]
    public string ConnectionString { get; set; } = "";

    /// <summary>Every unrevoked client secret: Shopify signs with the oldest one for up to an hour after a rotation.</summary>
    public IReadOnlyList<string> Secrets { get; set; } = [];

    [Range(1024, 256 * 1024 * 1024)]
    public int MaxBodyBytes { get; set; } = 5 * 1024 * 1024;

    /// <summary>Bodies held in memory at once, those not yet checked included; beyond it requests are turned away.</summary>
    [Range(1024L * 1024, 64L * 1024 * 1024 * 1024)]
    public long MaxBytesInFlight { get; set; } = 256L * 1024 * 1024;

    /// <summary>Checked deliveries that may wait for the writer.</summary>
    [Range(1, 1_000_000)]
    public int MaxWaiting { get; set; } = 4096;

    [Range(1, 10_000)]
    public int MaxBatchRows { get; set; } = 512;

    [Range(1024, 256 * 1024 * 1024)]
    public int MaxBatchBytes { get; set; } = 8 * 1024 * 1024;

    /// <summary>How long a delivery may wait for room when the queue is full, before Shopify is asked to come again.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:00:04")]
    public TimeSpan WaitForRoom { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Time one commit or one connect may take. Shopify gives up on us after five seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00")]
    public TimeSpan CommitWithin { get; set; } = TimeSpan.FromSeconds(3);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Secrets.Count == 0 || Secrets.Any(string.IsNullOrWhiteSpace))
        {
            yield return new ValidationResult(
                "At least one client secret is needed, and none may be blank.",
                [nameof(Secrets)]
            );
        }

        if (MaxBytesInFlight < 2L * MaxBodyBytes)
        {
            yield return new ValidationResult(
                "Two bodies of the largest size must fit in flight: buffers come in powers of two.",
                [nameof(MaxBytesInFlight)]
            );
        }
    }
}
