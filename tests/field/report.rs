//! What a report of something new shows.

use serde_json::json;

use crate::redacted::redacted;

#[test]
fn an_event_keeps_its_shape_and_its_numbers_and_no_secret() {
    let event = json!({
        "type": "getphonenumber",
        "timeStamp": 4827,
        "detail": {
            "errMsg": "getPhoneNumber:fail strange 139 1234 5678, rid: 6705edf9-02858692-146b48b3",
            "errno": 1_400_001,
            "code": "e31968a7",
            "iv": "short",
            "list": ["o6_bmjrPTlm6_2sgVt7hMZOPfL2M", null, true],
        },
    });
    let shown = json!({
        "type": "getphonenumber",
        "timeStamp": 4827,
        "detail": {
            "errMsg": "getPhoneNumber:fail strange ***, rid: 6705edf9-02858692-146b48b3",
            "errno": 1_400_001,
            "code": "***",
            "iv": "***",
            "list": ["***", null, true],
        },
    });
    assert_eq!(redacted(&event), shown);
}

#[test]
fn a_reply_keeps_its_codes_and_no_number() {
    let reply = json!({
        "statusCode": 200,
        "data": { "code": "40029", "errcode": -501_001, "phone": 13_800_138_000_i64, "phoneNumber": "1 3 8", "id": "110101199003071234" },
    });
    let shown = json!({
        "statusCode": 200,
        "data": { "code": "40029", "errcode": -501_001, "phone": "***", "phoneNumber": "***", "id": "***" },
    });
    assert_eq!(redacted(&reply), shown);
}
