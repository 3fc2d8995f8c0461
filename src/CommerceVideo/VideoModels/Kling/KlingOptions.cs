namespace CommerceVideo.VideoModels.Kling;

public sealed class KlingOptions : ProviderOptions
{
    public const string Section = "VideoModels:Kling";

    public KlingOptions() => BaseAddress = new Uri("https://api-singapore.klingai.com/");

    /// <summary>From the console's webhook page; two during a rotation. Without one, calls back only wake us.</summary>
    public IList<string> WebhookSecrets { get; init; } = [];
}
