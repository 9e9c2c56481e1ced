using System.Text.Json.Nodes;
using LakeTools.Local.Api;
using LakeTools.Local.Glue.Answers;
using LakeTools.Local.Identity;
using LakeTools.Local.LakeFormation.Records;
using LakeTools.Local.Wire;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;

namespace LakeTools.Local.LakeFormation.Operations;

/// <summary>CreateLFTagExpression, GetLFTagExpression, UpdateLFTagExpression, DeleteLFTagExpression and ListLFTagExpressions.</summary>
internal static class TagExpressionOperations
{
    /// <summary>Source: developer guide, managing LF-Tag expressions.</summary>
    private const int MaxExpressions = 1000;

    private const int DefaultPage = 100;

    /// <summary>
    /// Asks for CREATE_LF_TAG_EXPRESSION on the catalog and GRANT_WITH_LF_TAG_EXPRESSION on all that the expression names (API reference).
    /// </summary>
    public static JsonObject Create(ApiCall call)
    {
        CatalogAnswers.RequireOwn(call, call.Input.Text("CatalogId"));
        var guard = new TagGuard(call);
        if (!guard.Decision.OnCatalog().Allows(PermissionSet.CreateLFTagExpression)) throw LakeFormationErrors.Denied();
        var name = call.Input.Required("Name");
        var expression = Body(call, guard);
        if (NamedExpressions.CreatorOf(call.Session, name) is not null)
            throw LakeFormationErrors.Invalid("LF-Tag expression already exists.");
        if (NamedExpressions.Count(call.Session) >= MaxExpressions)
            throw LakeFormationErrors.LimitExceeded($"Number of LF-Tag expressions cannot exceed {MaxExpressions}.");
        NamedExpressions.Save(call.Session,
            new NamedExpression(name, call.Input.Text("Description"), expression, call.Caller.PrincipalArn));
        return [];
    }

    public static JsonObject Get(ApiCall call)
    {
        CatalogAnswers.RequireOwn(call, call.Input.Text("CatalogId"));
        return ToWire(call, Existing(call, new TagGuard(call), PermissionSet.Describe));
    }

    /// <summary>Replaces the whole: a description that is absent is cleared (unsure).</summary>
    public static JsonObject Update(ApiCall call)
    {
        CatalogAnswers.RequireOwn(call, call.Input.Text("CatalogId"));
        var guard = new TagGuard(call);
        var old = Existing(call, guard, PermissionSet.Alter);
        NamedExpressions.Save(call.Session, old with { Description = call.Input.Text("Description"), Expression = Body(call, guard) });
        return [];
    }

    public static JsonObject Delete(ApiCall call)
    {
        CatalogAnswers.RequireOwn(call, call.Input.Text("CatalogId"));
        var name = Existing(call, new TagGuard(call), PermissionSet.Drop).Name;
        NamedExpressions.Remove(call.Session, name);
        TagGrants.ForgetExpression(call, name);
        return [];
    }

    public static JsonObject List(ApiCall call)
    {
        CatalogAnswers.RequireOwn(call, call.Input.Text("CatalogId"));
        var guard = new TagGuard(call);
        var (page, next) = new Page(call.Input, PageForm.Glue, call.Operation, DefaultPage).Walk(
            (after, count) => NamedExpressions.After(call.Session, after, count), expression => expression.Name,
            expression => guard.Decision.On(Resource(call, expression.Name)).IsVisible ? ToWire(call, expression) : null);
        return new JsonObject { ["LFTagExpressions"] = page }.With("NextToken", next);
    }

    private static TagExpression Body(ApiCall call, TagGuard guard)
    {
        var expression = ResourceWire.ReadExpression(call.Input.Items("Expression"));
        if (expression.Count == 0) throw LakeFormationErrors.Invalid("Expression cannot be empty.");
        if (expression.TooLargeToSave is { } problem) throw LakeFormationErrors.Invalid($"The LF-Tag expression is too large: {problem}.");
        guard.Require(expression, PermissionSet.GrantWithLFTagExpression);
        return expression;
    }

    private static NamedExpression Existing(ApiCall call, TagGuard guard, PermissionSet permission)
    {
        var name = call.Input.Required("Name");
        if (!guard.Decision.On(Resource(call, name)).Allows(permission)) throw LakeFormationErrors.Denied();
        return NamedExpressions.Find(call.Session, name) ?? throw LakeFormationErrors.NotFound("LF-Tag expression not found.");
    }

    private static LakeResource Resource(ApiCall call, string name) => LakeResource.NamedTagExpression(name, call.Lake.AccountId);

    private static JsonObject ToWire(ApiCall call, NamedExpression expression) => new JsonObject { ["Name"] = expression.Name }
        .With("Description", expression.Description)
        .With("CatalogId", call.Lake.AccountId)
        .With("Expression", ResourceWire.Write(expression.Expression));
}
