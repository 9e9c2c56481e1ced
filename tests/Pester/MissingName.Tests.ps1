# A name that does not exist is an error, and not an empty list.
BeforeAll {
    Import-Module "$PSScriptRoot/../../out/LakeTools"
    Connect-Lake -Local (Join-Path $TestDrive lake)
    $null = New-GlueDatabase sales
    $null = New-GlueTable sales orders -Column id:int -PartitionKey d:string -Location s3://lake/orders/
    $null = New-LakeRole r
    $null = New-LakeGlueJob load -Role r -ScriptLocation s3://lake/load.py -Command pythonshell
    $null = New-LakeGlueJob idle -Role r -ScriptLocation s3://lake/load.py -Command pythonshell
    $null = New-LakeGlueTrigger daily -Type Scheduled -Schedule 'cron(0 12 * * ? *)' -JobName load
    Set-Content "$TestDrive/n.yaml" "lake: 1`nname: nn`ndatabases: { nn: {} }"
    Publish-LakeDefinition "$TestDrive/n.yaml" | Out-Null
}

AfterAll { Disconnect-Lake }

Describe 'A name that does not exist' {
    It 'is an error: <what>' -ForEach @(
        @{ what = 'a definition'; id = 'DefinitionHistoryNotFound'; do = { Get-LakeDefinitionHistory zzz } }
        @{ what = 'a definition in other case'; id = 'DefinitionHistoryNotFound'; do = { Get-LakeDefinitionHistory NN } }
        @{ what = 'a database of opt-ins'; id = 'DatabaseNotFound'; do = { Get-LakeOptIn -DatabaseName nope } }
        @{ what = 'a table of opt-ins'; id = 'TableNotFound'; do = { Get-LakeOptIn -DatabaseName sales -TableName nope } }
        @{ what = 'a database of opt-ins of a principal'; id = 'DatabaseNotFound'; do = { Get-LakeOptIn role/a -DatabaseName nope } }
        @{ what = 'a column of permissions'; id = 'ColumnNotFound'
           do = { Get-LakePermission -DatabaseName sales -TableName orders -ColumnName nope } }
        @{ what = 'an excluded column of permissions'; id = 'ColumnNotFound'
           do = { Get-LakePermission -DatabaseName sales -TableName orders -ExcludedColumnName nope } }
        @{ what = 'a job of triggers'; id = 'JobNotFound'; do = { Get-LakeGlueTrigger -JobName nope } }
        @{ what = 'a job of a trigger'; id = 'JobNotFound'; do = { Get-LakeGlueTrigger daily -JobName nope } }
    ) {
        $ErrorActionPreference = 'Stop'
        $do | Should -Throw -ErrorId "LakeTools.$id,*"
    }

    It 'is none where the thing exists and the list is empty' {
        $ErrorActionPreference = 'Stop'
        Get-LakeOptIn -DatabaseName sales | Should -BeNullOrEmpty
        Get-LakeOptIn -DatabaseName sales -TableName orders | Should -BeNullOrEmpty
        Get-LakeOptIn -DatabaseName sales -TableName * | Should -BeNullOrEmpty
        Get-LakeOptIn -DatabaseName n* | Should -BeNullOrEmpty
        Get-LakePermission role/nobody -DatabaseName sales -TableName orders -ColumnName id, d | Should -BeNullOrEmpty
        Get-LakeGlueTrigger -JobName idle | Should -BeNullOrEmpty
        Get-LakeGlueTrigger daily -JobName idle | Should -BeNullOrEmpty
        Get-LakeDefinitionHistory z* | Should -BeNullOrEmpty
        (Get-LakeDefinitionHistory n*).Name | Should -Be nn
        (Get-LakeDefinitionHistory nn).Name | Should -Be nn
    }
}
