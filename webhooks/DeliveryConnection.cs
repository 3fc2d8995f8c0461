using Npgsql;

namespace CommerceVideo.Webhooks;

/// <summary>The edge's own connection: nobody else can use it up, and a batch leaves in few large writes.</summary>
internal static class DeliveryConnection
{
    private const int WriteBuffer = 256 * 1024;

    public static NpgsqlDataSource Source(WebhookOptions options)
    {
        var seconds = (int)Math.Ceiling(options.CommitWithin.TotalSeconds);
        var settings = new NpgsqlConnectionStringBuilder(options.ConnectionString)
        {
            ApplicationName = "commerce-video webhooks",
            Pooling = false,
            Timeout = seconds,
            CommandTimeout = seconds,
            WriteBufferSize = WriteBuffer,
        };
        return NpgsqlDataSource.Create(settings);
    }
}
