using System.Text.Json;
using System.Text.Json.Nodes;
using LakeTools.Local;
using LakeTools.Local.Api;
using LakeTools.Local.Identity;
using LakeTools.Local.Store;
using LakeTools.Local.Wire;
using LakeTools.Local.Wire.Models;

namespace LakeTools.Tests.Local;

/// <summary>
/// Calls a service's operations without the wire, each in its transaction: for tables of cases that are about the service alone. Requests
/// are checked with the service's model, as those of a client are.
/// </summary>
internal sealed class ApiDriver(TestLake lake, JsonApi api, string? region = null)
{
    /// <summary>The operations whose token SDKs fill in.</summary>
    private static readonly string[] s_withToken = ["CreateSecret", "UpdateSecret", "PutSecretValue", "RotateSecret"];

    private readonly LakeInstance _instance = lake.Lake.Instance;
    private readonly ServiceModel _model = ServiceModel.For(api.Service);

    /// <summary>Carries out an operation.</summary>
    /// <param name="operation">Such as <c>CreateSecret</c>.</param>
    /// <param name="input">The request's members, as an anonymous object.</param>
    /// <returns>The answer's members.</returns>
    public JsonObject Call(string operation, object? input = null)
    {
        var (writes, body) = api.Operations[operation];
        var members = input is null ? [] : JsonSerializer.SerializeToNode(input)!.AsObject();
        if (s_withToken.Contains(operation)) members["ClientRequestToken"] ??= Guid.NewGuid().ToString();
        RequestValidator.Check(_model, operation, members, api.Explain);
        var caller = new Caller(lake.Lake.AdministratorArn, lake.Lake.AdministratorArn, TestLake.Account);
        if (writes) return _instance.Store.Write(Run) ?? [];
        try
        {
            return _instance.Store.Read(Run) ?? [];
        }
        catch (ReadOnlySessionException)
        {
            return _instance.Store.Write(Run) ?? [];
        }

        JsonObject? Run(StoreSession session) => body(new ApiCall(operation, members, caller, session, _instance.Context)
        {
            Region = region ?? _instance.Context.Region,
        });
    }

    /// <summary>Carries out an operation that must be refused.</summary>
    /// <returns>The error's code.</returns>
    public string Refused(string operation, object? input = null) => Assert.Throws<ApiException>(() => Call(operation, input)).Code;
}
