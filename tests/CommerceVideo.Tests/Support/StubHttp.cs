using System.Net;
using System.Text;

namespace CommerceVideo.Tests.Support;

/// <summary>A far side that answers what it was told, once each and in order; any further call fails the test.</summary>
public sealed class StubHttp : HttpMessageHandler
{
    private readonly Lock _lock = new();
    private readonly Queue<Func<HttpResponseMessage>> _answers = new();
    private readonly List<StubCall> _calls = [];
    private TaskCompletionSource? _held;

    public IReadOnlyList<StubCall> Calls
    {
        get
        {
            lock (_lock)
            {
                return [.. _calls];
            }
        }
    }

    public StubHttp Answers(string json, HttpStatusCode status = HttpStatusCode.OK, TimeSpan? retryAfter = null) =>
        Add(() =>
        {
            var answer = new HttpResponseMessage(status)
            {
                Content = new StringContent(json, Encoding.UTF8, "application/json"),
            };
            answer.Headers.RetryAfter = retryAfter is { } wait ? new(wait) : null;
            return answer;
        });

    /// <summary>The call arrives, its answer does not.</summary>
    public StubHttp Loses(Exception? problem = null) =>
        Add(() => throw problem ?? new HttpRequestException("The connection was reset."));

    /// <summary>Holds every answer back until <see cref="Release"/>.</summary>
    public StubHttp Holds()
    {
        _held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return this;
    }

    public void Release() => _held?.SetResult();

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        Func<HttpResponseMessage>? answer;
        lock (_lock)
        {
            _calls.Add(new StubCall(request.RequestUri!, request.Headers.ToString(), body));
            _answers.TryDequeue(out answer);
        }

        if (_held is { } held)
        {
            await held.Task.WaitAsync(cancellationToken);
        }

        return answer?.Invoke() ?? throw new InvalidOperationException($"Nobody expected {request.RequestUri}.");
    }

    private StubHttp Add(Func<HttpResponseMessage> answer)
    {
        _answers.Enqueue(answer);
        return this;
    }
}

public sealed record StubCall(Uri Address, string Headers, string Body);
