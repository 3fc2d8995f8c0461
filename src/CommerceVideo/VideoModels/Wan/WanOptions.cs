using System.ComponentModel.DataAnnotations;

namespace CommerceVideo.VideoModels.Wan;

/// <summary>
/// Alibaba Cloud Model Studio. Key, model and address must be of one region. Wan 3.0 is served at a workspace's own address
/// only, <c>https://{WorkspaceId}.ap-southeast-1.maas.aliyuncs.com/</c>, which serves the older models as well.
/// </summary>
public sealed class WanOptions : ProviderOptions
{
    public const string Section = "VideoModels:Wan";

    public WanOptions() => BaseAddress = new Uri("https://dashscope-intl.aliyuncs.com/");

    /// <summary>Between two looks at a task: it calls nobody back, and its pages ask for 15 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan AskEvery { get; set; } = TimeSpan.FromSeconds(15);
}
