using System.Text.Json.Nodes;
using LakeTools.Local.Api;
using LakeTools.Local.Iam;
using LakeTools.Local.LakeFormation.Records;
using LakeTools.Local.S3.Storage;
using LakeTools.Local.Wire;
using LakeTools.Rules.Resources;

namespace LakeTools.Local.LakeFormation.Operations;

/// <summary>
/// RegisterResource, DeregisterResource, UpdateResource, DescribeResource and ListResources. In AWS IAM says who may;
/// here the administrators.
/// </summary>
internal static class LocationOperations
{
    private const int DefaultPage = 100;

    public static JsonObject Register(ApiCall call)
    {
        LakeGuard.RequireAdministrator(call);
        var arn = Arn(call);
        if (Locations.Find(call.Session, arn) is not null)
            throw new ApiException("AlreadyExistsException", "An AWS Glue Data Catalog resource already exists.");
        var (linked, role) = (call.Input.Flag("UseServiceLinkedRole"), call.Input.Text("RoleArn"));
        if (linked && role is not null) throw LakeFormationErrors.Invalid("UseServiceLinkedRole and RoleArn cannot both be present.");
        if (!linked && role is null) throw LakeFormationErrors.Invalid(
            "Either UseServiceLinkedRole must be true or RoleArn must be present.");
        if (role is not null) PassedRole.Require(call.Lake.AccountId, role);
        else RequireOwn(call, arn);
        Locations.Save(call.Session, new LakeLocationRecord(
            arn,
            role ?? ServiceLinkedRole(call.Lake.AccountId),
            call.Input.Flag("HybridAccessEnabled"),
            call.Input.Flag("WithFederation"),
            call.Input.Flag("WithPrivilegedAccess"),
            call.Input.Text("ExpectedResourceOwnerAccount"),
            call.Lake.Clock.Now()));
        return [];
    }

    public static JsonObject Deregister(ApiCall call)
    {
        LakeGuard.RequireAdministrator(call);
        if (!Locations.Remove(call.Session, Arn(call))) throw NotRegistered();
        return [];
    }

    public static JsonObject Update(ApiCall call)
    {
        LakeGuard.RequireAdministrator(call);
        var location = Locations.Find(call.Session, Arn(call)) ?? throw NotRegistered();
        if (location.RoleArn == ServiceLinkedRole(call.Lake.AccountId))
            throw LakeFormationErrors.Invalid("A location that is registered with the service-linked role cannot be updated.");
        PassedRole.Require(call.Lake.AccountId, call.Input.Required("RoleArn"));
        Locations.Save(call.Session, location with
        {
            RoleArn = call.Input.Required("RoleArn"),
            IsHybrid = call.Input["HybridAccessEnabled"] is null ? location.IsHybrid : call.Input.Flag("HybridAccessEnabled"),
            WithFederation = call.Input["WithFederation"] is null ? location.WithFederation : call.Input.Flag("WithFederation"),
            Owner = call.Input.Text("ExpectedResourceOwnerAccount") ?? location.Owner,
            Modified = call.Lake.Clock.Now(),
        });
        return [];
    }

    public static JsonObject Describe(ApiCall call) =>
        new() { ["ResourceInfo"] = ToWire(Locations.Find(call.Session, Arn(call)) ?? throw NotRegistered()) };

    public static JsonObject List(ApiCall call)
    {
        var conditions = call.Input.Items("FilterConditionList").Select(LocationCondition.Read).ToList();
        var (page, next) = new Page(call.Input, PageForm.Glue, call.Operation, DefaultPage).Walk(
            (after, count) => Locations.After(call.Session, after, count),
            location => location.Arn,
            location => conditions.TrueForAll(condition => condition.Holds(location)) ? ToWire(location) : null);
        return new JsonObject { ["ResourceInfoList"] = page }.With("NextToken", next);
    }

    // A location in another account needs a role of one's own (developer guide, registration-role), which the bucket's policy can name.
    private static void RequireOwn(ApiCall call, string arn)
    {
        if (arn.Split(":::", 2) is [_, var path] && Buckets.Find(call.Session, path.Split('/')[0]) is { } bucket
            && call.Lake.World.OwnerOf(call.Session, bucket) != call.Lake.AccountId)
            throw LakeFormationErrors.Invalid(
                "The service-linked role cannot be used for a location in another account: specify the RoleArn of a role.");
    }

    private static string Arn(ApiCall call)
    {
        var arn = call.Input.Required("ResourceArn");
        return arn.StartsWith("arn:aws:", StringComparison.Ordinal) && DataLocation.IsLocation(arn)
            ? S3Location.ToArn(arn, LakeHome.Embedded.Partition) : throw LakeFormationErrors.Invalid($"Invalid resource ARN: {arn}.");
    }

    private static string ServiceLinkedRole(string accountId) =>
        $"arn:aws:iam::{accountId}:role/aws-service-role/lakeformation.amazonaws.com/AWSServiceRoleForLakeFormationDataAccess";

    private static ApiException NotRegistered() => LakeFormationErrors.NotFound("Entity not found.");

    private static JsonObject ToWire(LakeLocationRecord location) => new JsonObject
    {
        ["ResourceArn"] = location.Arn,
        ["RoleArn"] = location.RoleArn,
        ["LastModified"] = EpochTime.ToWire(location.Modified),
        ["HybridAccessEnabled"] = location.IsHybrid,
        ["WithFederation"] = location.WithFederation,
        ["WithPrivilegedAccess"] = location.WithPrivilegedAccess,
    }.With("ExpectedResourceOwnerAccount", location.Owner);
}
