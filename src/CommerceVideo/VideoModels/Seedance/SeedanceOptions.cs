namespace CommerceVideo.VideoModels.Seedance;

/// <summary>BytePlus ModelArk.</summary>
public sealed class SeedanceOptions : ProviderOptions
{
    public const string Section = "VideoModels:Seedance";

    public SeedanceOptions() => BaseAddress = new Uri("https://ark.ap-southeast.bytepluses.com/");
}
