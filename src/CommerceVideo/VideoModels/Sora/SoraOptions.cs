namespace CommerceVideo.VideoModels.Sora;

public sealed class SoraOptions : ProviderOptions
{
    public const string Section = "VideoModels:Sora";

    public SoraOptions() => BaseAddress = new Uri("https://api.openai.com/");
}
