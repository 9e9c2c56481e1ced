# One way through catalog, permissions, LF-Tags and secrets, as docs/verification.md describes it: against the embedded lake through its port, or, where
# LAKETOOLS_ACCOUNT_PROFILE and LAKETOOLS_ACCOUNT_REGION are set, against that account. Every name is random, and everything is removed at the end.
BeforeAll {
    Import-Module "$PSScriptRoot/../../out/LakeTools"
    $name = "laketools-test-$([guid]::NewGuid().ToString('n').Substring(0, 12))"
    $database = $name.Replace('-', '_')
    if ($env:LAKETOOLS_ACCOUNT_PROFILE) {
        $lake = Connect-Lake -ProfileName $env:LAKETOOLS_ACCOUNT_PROFILE -Region $env:LAKETOOLS_ACCOUNT_REGION -NoDefault
    }
    else {
        $server = Start-LakeServer -Local (Join-Path $TestDrive lake) -PassThru 6> $null
        $lake = Connect-Lake -EndpointUrl $server.Uri -AccessKey $server.AccessKey -SecretKey $server.SecretKey -Region $server.Region -NoDefault
    }

    $on = @{ Connection = $lake }
    $role = (New-LakeRole $name -Service Glue @on).Arn
    New-GlueDatabase $database @on | Out-Null
    New-GlueTable $database orders -Column 'id:int', 'region:string', 'card:string' @on | Out-Null
}

AfterAll {
    Remove-GlueDatabase $database -Recurse -Force @on -ErrorAction Continue
    Remove-LakeTag $name -Force @on -ErrorAction Continue
    Remove-LakeSecret $name -Force @on -ErrorAction Continue
    Remove-LakeRole $name -Force @on -ErrorAction Continue
    if ($server) { Stop-LakeServer }
}

Describe 'An account' {
    It 'says who calls, and that it is an administrator' {
        $who = Test-LakeConnection @on
        $who.AccountId | Should -Match '^\d{12}$'
        $who.IsAdministrator | Should -BeTrue
    }

    It 'keeps a table as it was created' {
        $table = Get-GlueTable $database orders @on
        $table.Column.Name | Should -Be 'id', 'region', 'card'
        $table.Column.Type | Should -Be 'int', 'string', 'string'
    }

    It 'grants columns, and revokes them' {
        $grant = @{ Principal = $role; Permission = 'SELECT'; DatabaseName = $database; TableName = 'orders'; ColumnName = 'id', 'region' }
        Grant-LakePermission @grant @on
        (Get-LakePermission $role -DatabaseName $database -TableName orders @on | Where-Object Permission -EQ SELECT).ColumnName | Should -Be 'id', 'region'
        Revoke-LakePermission @grant @on
        Get-LakePermission $role -DatabaseName $database -TableName orders @on | Where-Object Permission -EQ SELECT | Should -BeNullOrEmpty
    }

    It 'grants through a data filter' {
        New-LakeDataFilter $database orders eu -RowFilter "region = 'EU'" -ExcludedColumnName card @on | Out-Null
        Grant-LakePermission -Principal $role -Permission SELECT -DatabaseName $database -TableName orders -FilterName eu @on
        (Get-LakeDataFilter $database orders eu @on).RowFilter | Should -Be "region = 'EU'"
        (Get-LakePermission $role -DatabaseName $database -TableName orders -FilterName eu @on).Permission | Should -Contain SELECT
    }

    It 'assigns LF-Tags, which tables inherit' {
        New-LakeTag $name -Value yes, no @on | Out-Null
        Add-LakeTagAssignment -DatabaseName $database -Tag @{ $name = 'yes' } @on
        (Get-LakeTagAssignment -DatabaseName $database -TableName orders @on | Where-Object TagKey -EQ $name).TagValue | Should -Contain yes
    }

    It 'keeps a secret and its versions' {
        New-LakeSecret $name -Value @{ user = 'loader'; password = 'first' } @on | Out-Null
        Set-LakeSecret $name -Key password -Value second @on
        Get-LakeSecret $name -Key password -AsPlainText @on | Should -Be second
        Get-LakeSecret $name -Key password -VersionStage AWSPREVIOUS -AsPlainText @on | Should -Be first
    }
}
