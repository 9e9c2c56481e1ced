BeforeAll {
    Import-Module "$PSScriptRoot/../../out/LakeTools"
    function New-File([string] $Text, [string] $Extension = 'yaml') {
        $file = Join-Path $TestDrive "$([guid]::NewGuid().ToString('n')).$Extension"
        Set-Content $file $Text
        $file
    }
}

AfterAll { Disconnect-Lake }

Describe 'Values of definitions' {
    BeforeEach { Connect-Lake -Local (Join-Path $TestDrive ([guid]::NewGuid().ToString('n'))) }

    Context 'roles' {
        It '<role> is not a role' -ForEach @(
            @{ role = 'arn:aws:iam::000000000000:user/bob' }
            @{ role = 'user/bob' }
            @{ role = 'IAM_ALLOWED_PRINCIPALS' }
            @{ role = '111122223333' }
            @{ role = 'arn:aws:sts::000000000000:assumed-role/r/session' }
        ) {
            foreach ($text in
                "crawlers: { c: { role: '$role', paths: [s3://lake/x] } }",
                "jobs: { j: { role: '$role', script: s3://lake/x.py } }",
                "locations: [{ path: s3://lake/x, role: '$role' }]",
                "catalogs: { k: { dataLakeAccess: true, dataTransferRole: '$role' } }") {
                (Test-LakeDefinition (New-File "lake: 1`nname: roles`n$text")).Id | Should -Be 'InvalidRole' -Because $text
            }

            { New-LakeGlueCrawler c -Role $role -Path s3://lake/x -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.InvalidRole,*'
            { Set-LakeGlueCrawler c -Role $role -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.InvalidRole,*'
            { New-LakeGlueJob j -Role $role -ScriptLocation s3://lake/x.py -ErrorAction Stop } |
                Should -Throw -ErrorId 'LakeTools.InvalidRole,*'
            { Set-LakeGlueJob j -Role $role -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.InvalidRole,*'
            { Register-LakeLocation s3://lake/x -RoleArn $role -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.InvalidRole,*'
            { New-LakeCatalog k -DataLakeAccess -DataTransferRoleArn $role -ErrorAction Stop } |
                Should -Throw -ErrorId 'LakeTools.InvalidRole,*'
        }

        It 'of another account are not used by Glue' {
            foreach ($text in "crawlers: { c: { role: 'arn:aws:iam::999999999999:role/x', paths: [s3://lake/x] } }",
                "jobs: { j: { role: 'arn:aws:iam::999999999999:role/x', script: s3://lake/x.py } }") {
                $said = New-File "lake: 1`nname: roles`naccount: '000000000000'`n$text"
                (Test-LakeDefinition $said).Id | Should -Be 'RoleOfAnotherAccount'
                { Compare-LakeDefinition (New-File "lake: 1`nname: roles`n$text") -ErrorAction Stop } |
                    Should -Throw -ErrorId 'LakeTools.DefinitionInvalid,*'
            }
        }

        It 'are a name, role/name or an ARN of a role, with a path or without' {
            $file = New-File @'
lake: 1
name: roles
crawlers:
  a: { role: x, paths: [s3://lake/x] }
  b: { role: role/service-role/x, paths: [s3://lake/x] }
  c: { role: 'arn:aws:iam::000000000000:role/service-role/x', paths: [s3://lake/x] }
  d: { role: service-role/x, paths: [s3://lake/x] }
jobs: { j: { role: x, script: s3://lake/x.py } }
'@
            (Publish-LakeDefinition $file -Confirm:$false).Status | Should -Be 'Done'
            (Get-LakeGlueCrawler).Role | Should -Be @('x', 'service-role/x', 'service-role/x', 'service-role/x')
            (Publish-LakeDefinition $file -Confirm:$false).Status | Should -Be 'Unchanged'
        }
    }

    It 'the own account is the catalog of a link like any that is not said' {
        $file = New-File @'
lake: 1
name: links
databases:
  a: { targetDatabase: T, targetCatalog: "000000000000" }
  b: { tables: { l: { targetDatabase: T, targetTable: U, targetCatalog: "000000000000" } } }
'@
        (Publish-LakeDefinition $file -Confirm:$false).Status | Should -Be 'Done'
        (Publish-LakeDefinition $file -Confirm:$false).Status | Should -Be 'Unchanged'
        $plan = Join-Path $TestDrive 'links.json'
        Compare-LakeDefinition $file | Export-LakePlan $plan
        (Publish-LakeDefinition -PlanPath $plan -Confirm:$false).Status | Should -Be 'Unchanged'
        (Get-GlueDatabase a).TargetCatalogId | Should -Be '000000000000'
    }
}
