using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace LakeTools.Tests.Browser;

/// <summary>One tab: goes to a page, presses keys, asks the page, and keeps what the page asked for and complained about.</summary>
internal sealed class BrowserTab : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(5);

    private static readonly Dictionary<string, int> s_keys = new()
    {
        ["Enter"] = 13, ["Escape"] = 27, ["End"] = 35, ["Home"] = 36, ["ArrowLeft"] = 37, ["ArrowUp"] = 38, ["ArrowRight"] = 39,
            ["ArrowDown"] = 40, ["Tab"] = 9,
    };

    private readonly DevTools _tools;
    private readonly string _target;
    private readonly string _session;
    private TaskCompletionSource _loaded = new();

    private BrowserTab(DevTools tools, string target, string session) => (_tools, _target, _session) = (tools, target, session);

    /// <summary>The addresses that were asked for, the page itself among them.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    /// <summary>Exceptions, and what the browser logged: refusals of the page's policy, for example.</summary>
    public ConcurrentQueue<string> Complaints { get; } = new();

    public static async Task<BrowserTab> OpenAsync(DevTools tools)
    {
        var target = (string)(await tools.SendAsync("Target.createTarget",
            new JsonObject { ["url"] = "about:blank", ["newWindow"] = true, ["width"] = 1280, ["height"] = 900 }))["targetId"]!;
        var session = (string)(await tools.SendAsync("Target.attachToTarget",
            new JsonObject { ["targetId"] = target, ["flatten"] = true }))["sessionId"]!;
        var tab = new BrowserTab(tools, target, session);
        tools.Listen(session, tab.Hear);
        foreach (var domain in (string[])["Page", "Network", "Runtime", "Log"]) await tab.SendAsync(domain + ".enable");
        return tab;
    }

    public Task<JsonObject> SendAsync(string method, JsonObject? parameters = null) => _tools.SendAsync(method, parameters, _session);

    public async Task GoAsync(Uri address)
    {
        _loaded = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await SendAsync("Page.navigate", new JsonObject { ["url"] = address.AbsoluteUri });
        await _loaded.Task.WaitAsync(s_patience);
        await SettleAsync();
    }

    /// <summary>Waits until what was done is painted.</summary>
    public Task SettleAsync() => AskAsync(
        "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(() => done(0)))))");

    /// <summary>Gives an expression's value; waits for a promise.</summary>
    public async Task<JsonNode?> AskAsync(string expression)
    {
        var answer = await SendAsync("Runtime.evaluate",
            new JsonObject { ["expression"] = expression, ["awaitPromise"] = true, ["returnByValue"] = true });
        return answer["exceptionDetails"] is { } fault
            ? throw new InvalidOperationException(fault.ToJsonString()) : answer["result"]!["value"]?.DeepClone();
    }

    public async Task<T> AskAsync<T>(string expression) => (await AskAsync(expression))!.GetValue<T>();

    /// <summary>Gives the texts of the elements that a selector finds.</summary>
    public async Task<string[]> TextsAsync(string selector) =>
        [.. (await AskAsync($"[...document.querySelectorAll({JsonValue.Create(selector).ToJsonString()})].map(one "
            + "=> one.textContent)"))!.AsArray().Select(text => (string)text!)];

    public async Task ClickAsync(string selector)
    {
        await AskAsync($"document.querySelector({JsonValue.Create(selector).ToJsonString()}).click()");
        await SettleAsync();
    }

    public async Task ChooseAsync(string id, string value)
    {
        await AskAsync($"(box => {{ box.value = {JsonValue.Create(value).ToJsonString()}; box.dispatchEvent(new Event('change')); "
            + $"}})(document.getElementById('{id}'))");
        await SettleAsync();
    }

    /// <summary>Presses keys by their names; a single character is typed.</summary>
    public async Task PressAsync(params string[] keys)
    {
        foreach (var key in keys)
        {
            var down = new JsonObject { ["type"] = "keyDown", ["key"] = key };
            if (s_keys.TryGetValue(key, out var code)) down["windowsVirtualKeyCode"] = code;
            else down["text"] = key;
            await SendAsync("Input.dispatchKeyEvent", down);
            await SendAsync("Input.dispatchKeyEvent", new JsonObject { ["type"] = "keyUp", ["key"] = key });
        }

        await SettleAsync();
    }

    public async ValueTask DisposeAsync() => await _tools.SendAsync("Target.closeTarget", new JsonObject { ["targetId"] = _target });

    private void Hear(string name, JsonObject what)
    {
        switch (name)
        {
            case "Page.loadEventFired":
                _loaded.TrySetResult();
                break;
            case "Network.requestWillBeSent":
                Requests.Enqueue((string)what["request"]!["url"]!);
                break;
            case "Runtime.exceptionThrown" or "Log.entryAdded" or "Runtime.consoleAPICalled":
                Complaints.Enqueue(what.ToJsonString());
                break;
        }
    }
}
