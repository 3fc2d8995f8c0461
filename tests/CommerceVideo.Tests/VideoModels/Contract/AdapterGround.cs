using CommerceVideo.Media;
using CommerceVideo.Media.Masks;
using CommerceVideo.Platform;
using CommerceVideo.Platform.Outbound;
using CommerceVideo.Platform.Secrets;
using CommerceVideo.Platform.Storage;
using CommerceVideo.Tests.Support;
using CommerceVideo.VideoModels;
using CommerceVideo.VideoModels.Keys;
using CommerceVideo.VideoModels.Prompts;
using CommerceVideo.VideoModels.Register;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CommerceVideo.Tests.VideoModels.Contract;

/// <summary>An adapter put together as the app does it, from the shipped register, speaking to a stand-in.</summary>
internal sealed class AdapterGround : IDisposable
{
    private readonly ServiceProvider _services;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("adapter");

    private readonly DrawnPhotos _drawn = new();

    private string? _photo;

    /// <param name="settings">Beside the shipped ones, e.g. <c>VideoModels:Kling:BaseAddress</c>.</param>
    /// <param name="time">Null for this machine's.</param>
    public AdapterGround(IReadOnlyDictionary<string, string?> settings, TimeProvider? time = null)
    {
        var configuration = new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(Repository.Root, "appsettings.json"))
            .AddInMemoryCollection([new("Storage:Folder", File("storage"))])
            .AddInMemoryCollection(settings)
            .AddInMemoryCollection([new("Secrets:Key", SecretsKey)])
            .Build();
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddSingleton(time ?? TimeProvider.System);
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Log));
        services.AddSettings<SecretOptions>(SecretOptions.Section);
        services.AddSingleton(new ForeignFetch(allowLoopback: true));
        services.AddStorage(configuration).AddPictures().AddVideoModels(configuration);
        _services = services.BuildServiceProvider();
    }

    public static string SecretsKey { get; } = Convert.ToBase64String(new byte[32]);

    public LinesWritten Log { get; } = new();

    public ModelRegister Register => _services.GetRequiredService<ModelRegister>();

    public VideoProviders Providers => _services.GetRequiredService<VideoProviders>();

    public ProviderCard Card(string provider) =>
        _services.GetServices<ProviderCard>().Single(card => card.Name == provider);

    public string File(string name) => Path.Combine(_folder.FullName, name);

    /// <summary>A photo of a drawn product on a plain ground, and what is known of it.</summary>
    public async Task<(PhotoFile Photo, PictureFacts Facts)> PhotoAsync()
    {
        var path = _photo ??= await _drawn.DrawAsync(600, 800);
        var studied = Assert.IsType<StudyOutcome.Studied>(
            await _services.GetRequiredService<PhotoStudies>().StudyAsync(path, default)
        );
        return (PhotoFile.At(path, studied.Study.ContentHash), PictureFacts.Of(studied.Study));
    }

    /// <param name="note">A wish in the prompt: the stand-ins read their scripts out of it, e.g. <c>#mod-in</c>.</param>
    public async Task<GenerationRequest> RequestAsync(string model, Shot shot, string key, string? note = null)
    {
        var (photo, facts) = await PhotoAsync();
        return new GenerationRequest(
            Guid.CreateVersion7(),
            Ordering.For(Register.Find(model)!, shot, scale: 0.5)!,
            shot,
            photo,
            facts,
            new PromptWords("Tee", Fabric.Knit, Person: false, note, Avoid: [])
        )
        {
            Key = new ProviderKey(key),
            Scale = 0.5,
        };
    }

    public void Dispose()
    {
        _services.Dispose();
        _drawn.Dispose();
        _folder.Delete(recursive: true);
    }
}
