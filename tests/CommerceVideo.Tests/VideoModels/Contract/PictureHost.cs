using CommerceVideo.Platform;
using CommerceVideo.Platform.Secrets;
using CommerceVideo.Platform.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CommerceVideo.Tests.VideoModels.Contract;

/// <summary>The app's own address for stored files, as a provider that fetches pictures sees it.</summary>
internal sealed class PictureHost : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pictures");
    private readonly WebApplication _app;

    public PictureHost()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection([
            new("Storage:Folder", _folder.FullName),
            new("Secrets:Key", AdapterGround.SecretsKey),
        ]);
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSettings<SecretOptions>(SecretOptions.Section);
        builder.Services.AddStorage(builder.Configuration);
        _app = builder.Build();
        _app.MapStoredMedia();
        _app.Start();
    }

    /// <summary>For an adapter whose pictures this host is to show.</summary>
    public IReadOnlyDictionary<string, string?> Settings =>
        new Dictionary<string, string?>
        {
            ["PublicAddress"] = _app.Urls.Single(),
            ["Storage:Folder"] = _folder.FullName,
        };

    public void Dispose()
    {
        ((IDisposable)_app).Dispose();
        _folder.Delete(recursive: true);
    }
}
